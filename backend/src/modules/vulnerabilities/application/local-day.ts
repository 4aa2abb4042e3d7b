import { currentContext } from '../../../platform/context/request-context.js';
import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { LocalDay } from '../domain/sighting.js';

/** The day of this transaction, in the organization's zone. */
export function localDay({ today }: ReadTx): LocalDay {
  return { today, timeZone: currentContext().timeZone };
}
