import type { MaterialChange } from './change-kinds.js';
import { changedFields } from './changed-fields.js';

/** Of a vendor, what decides whether the analysis still fits. */
export interface VendorState {
  /** As the agreement stands on this day. */
  agreement: string;
  active: boolean;
}

/**
 * What a change of a vendor is for the analysis; null: nothing. Who needs no agreement sees no ePHI. Not material: name,
 * service, contact, and an agreement that begins, which makes nothing worse than it was analysed.
 */
export function vendorChange(before: VendorState | null, after: VendorState): MaterialChange | null {
  const details = before ? changedFields(before, after, ['agreement', 'active']) : [];
  if (!before || !seesEphi(before)) return seesEphi(after) ? { kind: 'vendor-added', details } : null;
  if (!seesEphi(after)) return { kind: 'vendor-ended', details };
  return before.agreement === 'signed' && after.agreement !== 'signed'
    ? { kind: 'vendor-ended', details }
    : null;
}

function seesEphi({ agreement, active }: VendorState): boolean {
  return active && agreement !== 'not-required';
}
