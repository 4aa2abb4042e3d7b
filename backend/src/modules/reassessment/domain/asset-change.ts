import type { MaterialChange } from './change-kinds.js';
import { changedFields } from './changed-fields.js';

/** Of an asset, what decides whether the analysis still fits. Site as a name. */
export interface AssetState {
  site: string | null;
  location: string;
  hosting: string;
  vendorName: string;
  holdsEphi: boolean;
  phiTypes: readonly string[];
  phiActivities: readonly string[];
  encryptionAtRest: string;
  encryptionInTransit: string;
  internetFacing: boolean;
  portable: boolean;
  lifecycle: string;
}

/**
 * Where it is, who runs it, what ePHI it holds and how that is protected. Not material: its name, tag, description,
 * notes and owner, which move no ePHI; a number of records, which is an estimate; backup, which the questions ask about.
 */
const MATERIAL = [
  'holdsEphi',
  'phiTypes',
  'phiActivities',
  'site',
  'location',
  'hosting',
  'vendorName',
  'encryptionAtRest',
  'encryptionInTransit',
  'internetFacing',
  'portable',
  'lifecycle',
] as const;

/** What a change of an asset is for the analysis; null: nothing. `before` is null for a new one. */
export function assetChange(before: AssetState | null, after: AssetState): MaterialChange | null {
  const was = before !== null && isHere(before);
  if (!was) return isHere(after) && after.holdsEphi ? { kind: 'asset-added', details: [] } : null;
  if (!before.holdsEphi && !after.holdsEphi) return null;
  const details = changedFields(before, after, MATERIAL);
  if (details.length === 0) return null;
  return { kind: after.lifecycle === 'disposed' ? 'asset-disposed' : 'asset-changed', details };
}

/** What is planned is not there yet, and what was disposed of is there no more. */
function isHere({ lifecycle }: AssetState): boolean {
  return lifecycle !== 'planned' && lifecycle !== 'disposed';
}
