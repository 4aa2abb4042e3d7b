import { useState } from 'react';
import { useLocation } from 'react-router';
import type { RefusedForm } from './app-form';

/**
 * The version that the person who fills the form in has seen, for If-Match. The page's data may come anew while they
 * type: the version stays then, or the save would overwrite unseen what a colleague saved in between. After a refusal
 * for an old version (412) the person was told so, and the present one counts.
 */
export function useSeenVersion(present: number | string | undefined, refused?: RefusedForm | null) {
  // Each answer to a post is a place of its own in the history: what was pinned before it counts no longer.
  const { key: place } = useLocation();
  const [pinned, setPinned] = useState<{ place: string; version: typeof present } | null>(null);
  const sent = refused && refused.problem.status !== 412 ? refused.values.version : undefined;

  const here = pinned?.place === place ? pinned : null;
  const version = here ? here.version : (sent ?? present);
  const pin = () => {
    if (!here) setPinned({ place, version });
  };
  if (sent !== undefined) pin();
  return { version, pin };
}
