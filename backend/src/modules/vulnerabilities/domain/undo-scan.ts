/** Why a vulnerability stays as it is when the file is undone. */
export const KEPT_REASONS = ['decided', 'later-scan', 'risk', 'assessed', 'gone'] as const;
export type KeptReason = (typeof KEPT_REASONS)[number];

/** What a file did: made it, opened again what was closed, or changed it otherwise. */
export type ScanChangeKind = 'created' | 'reopened' | 'changed';

export interface ScannedVulnerability {
  kind: ScanChangeKind;
  /** The version that the file left. */
  version: number;
  /** null: it is not in the register any more. */
  versionNow: number | null;
  /** A person decided on it since. */
  isDecided: boolean;
  /** Since the file came, a risk was made of what is open on its asset, and it is one of the severe ones that count. */
  isRisk: boolean;
  /** Since the file came, an analysis was signed that tells of it. */
  isAssessed: boolean;
}

export type Undoing =
  { outcome: 'withdrawn' } | { outcome: 'restored' } | { outcome: 'kept'; because: KeptReason };

/**
 * Undoing takes back what the file did, and nothing that anybody did or relied on since. Whatever the file only dated or
 * rated anew goes back also under a risk: the vulnerability itself stands before and after.
 */
export function undoingOf(one: ScannedVulnerability): Undoing {
  if (one.versionNow === null) return { outcome: 'kept', because: 'gone' };
  if (one.versionNow !== one.version)
    return { outcome: 'kept', because: one.isDecided ? 'decided' : 'later-scan' };
  if (one.kind === 'changed') return { outcome: 'restored' };
  if (one.isRisk) return { outcome: 'kept', because: 'risk' };
  if (one.isAssessed) return { outcome: 'kept', because: 'assessed' };
  return { outcome: one.kind === 'created' ? 'withdrawn' : 'restored' };
}

/** Once it is taken over, and as long as something of it is left. */
export function mayBeUndone({ status, undoable }: { status: string; undoable: number }): boolean {
  return (status === 'committed' || status === 'undone') && undoable > 0;
}
