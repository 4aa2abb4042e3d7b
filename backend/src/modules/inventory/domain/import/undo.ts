/** Why an asset or a flow stays as it is when the import is undone. */
export const KEPT_REASONS = ['changed-since', 'in-use', 'assessed', 'gone'] as const;
export type KeptReason = (typeof KEPT_REASONS)[number];

export interface ImportedRecord {
  kind: 'created' | 'changed';
  /** The version that the import left. */
  version: number;
  /** null: it is not in the inventory any more. */
  versionNow: number | null;
  /** Risks and the like speak of it. */
  isUsed: boolean;
  /** An analysis was signed since it came: the signed inventory names it. */
  isAssessed: boolean;
}

export type Undoing =
  { outcome: 'withdrawn' } | { outcome: 'restored' } | { outcome: 'kept'; because: KeptReason };

/** Undoing takes back what the import did, and nothing that anybody did or relied on since. */
export function undoingOf({ kind, version, versionNow, isUsed, isAssessed }: ImportedRecord): Undoing {
  if (versionNow === null) return { outcome: 'kept', because: 'gone' };
  if (versionNow !== version) return { outcome: 'kept', because: 'changed-since' };
  if (kind === 'changed') return { outcome: 'restored' };
  if (isUsed) return { outcome: 'kept', because: 'in-use' };
  if (isAssessed) return { outcome: 'kept', because: 'assessed' };
  return { outcome: 'withdrawn' };
}
