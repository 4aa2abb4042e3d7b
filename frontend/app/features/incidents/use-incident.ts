import { useOutletContext } from 'react-router';
import type { Incident } from './incident-words';

/** The incident of the frame that a page stands in. */
export function useIncident(): Incident {
  return useOutletContext<Incident>();
}
