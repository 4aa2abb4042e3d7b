import type { WriteTx } from '../../../platform/database/tenant-db.js';
import { upkeepOf, type FindingDraft, type FindingStatus } from '../domain/finding.js';
import {
  openFinding,
  openFindings,
  renameFinding,
  resolveFinding,
  type FindingPlace,
  type FindingToOpen,
  type StoredFinding,
} from '../persistence/finding.repository.js';

export interface KeptFinding {
  id: string;
  status: FindingStatus;
}

/** Brings a finding in line with its source, and records what became of it. */
export async function keepFinding(
  tx: WriteTx,
  place: FindingPlace,
  known: StoredFinding | null,
  wanted: FindingDraft | null,
  resolvedBecause: string,
): Promise<KeptFinding | null> {
  const upkeep = upkeepOf(known, wanted);
  if (upkeep === 'leave') return known;
  if (upkeep === 'withdraw') throw new Error('what is withdrawn is withdrawn together');
  if (upkeep === 'rename') {
    await renameFinding(tx, known!.id, wanted!.title);
    record(tx, 'finding.updated', known!.id, place, wanted!);
    return known;
  }
  if (upkeep === 'resolve') {
    await resolveFinding(tx, known!.id, resolvedBecause);
    record(tx, 'finding.resolved', known!.id, place);
    return { id: known!.id, status: 'resolved' };
  }
  const id = await openFinding(tx, place, wanted!);
  const action =
    upkeep === 'open' ? 'finding.opened' : upkeep === 'update' ? 'finding.updated' : 'finding.reopened';
  record(tx, action, id, place, wanted!);
  return { id, status: 'open' };
}

/** Enters many at once, and records each. */
export async function openTogether(
  tx: WriteTx,
  place: Omit<FindingPlace, 'sourceKey'>,
  opened: readonly FindingToOpen[],
): Promise<void> {
  const ids = await openFindings(tx, place, opened);
  for (const { sourceKey, draft } of opened)
    record(tx, 'finding.opened', ids.get(sourceKey)!, { ...place, sourceKey }, draft);
}

function record(
  tx: WriteTx,
  action: 'finding.opened' | 'finding.updated' | 'finding.reopened' | 'finding.resolved',
  id: string,
  { assessmentId, source }: FindingPlace,
  wanted?: FindingDraft,
): void {
  tx.audit.record({
    action,
    target: { type: 'finding', id },
    parent: { type: 'assessment', id: assessmentId },
    detail: { source, ...(wanted ? { standing: wanted.standing } : {}) },
  });
}
