import type { WriteTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { en } from '../../../platform/messages/en.js';
import type { AssetFacts, AssetNews, DataFlowFacts, DataFlowNews, FlowEnd } from '../../inventory/index.js';
import { agreementStanding, type VendorNews } from '../../vendors/index.js';
import type { VulnerabilityNews } from '../../vulnerabilities/index.js';
import { assetChange, type AssetState } from '../domain/asset-change.js';
import { flowChange, type FlowState } from '../domain/flow-change.js';
import { vendorChange, type VendorState } from '../domain/vendor-change.js';
import { takeTurn, withdrawAdded, withdrawFound } from '../persistence/change-rows.js';
import { sourceKeyOf } from '../persistence/ended-agreements.query.js';
import { namesOf } from '../persistence/names.query.js';
import { holdOpenAnalyses } from '../persistence/standing.query.js';
import { followChanges } from './change-review.js';
import { noticeChanges, type Notice } from './notice-changes.js';

/** Assets that came, changed or, with an undone import, were never there. */
export async function followAssets(tx: WriteTx, news: readonly AssetNews[]): Promise<void> {
  const moved = news.filter(({ before, after }) => before && after && before.siteId !== after.siteId);
  const sites = await namesOf(
    tx,
    idsIn(moved.flatMap(({ before, after }) => [before?.siteId, after?.siteId])),
  );
  const notices = news.flatMap(({ id, before, after }): Notice[] => {
    if (!after) return [];
    const change = assetChange(before && assetState(before, sites), assetState(after, sites));
    return change ? [{ ...change, subject: { type: 'asset', id }, subjectName: after.name }] : [];
  });
  await noticeChanges(tx, notices);
  await withdraw(tx, withdrawnOf(news));
}

const withdrawnOf = (news: readonly { id: string; after: unknown }[]): string[] =>
  news.filter(({ after }) => !after).map(({ id }) => id);

async function withdraw(tx: WriteTx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await takeTurn(tx);
  await tellWithdrawn(tx, await withdrawAdded(tx, ids));
}

async function tellWithdrawn(tx: WriteTx, withdrawn: readonly string[]): Promise<void> {
  for (const id of withdrawn)
    tx.audit.record({ action: 'change.withdrawn', target: { type: 'environment-change', id } });
  if (withdrawn.length > 0) await followChanges(tx);
}

/** Flows that came, changed or, with an undone import, were never there. */
export async function followFlows(tx: WriteTx, news: readonly DataFlowNews[]): Promise<void> {
  const ends = news.flatMap(({ before, after }) => [before?.from, before?.to, after?.from, after?.to]);
  const names = await namesOf(tx, idsIn(ends.flatMap((end) => [end?.assetId, end?.vendorId])));
  const state = ({ from, to, ...rest }: DataFlowFacts): FlowState => ({
    ...rest,
    from: endName(from, names),
    to: endName(to, names),
  });
  const notices = news.flatMap(({ id, before, after }): Notice[] => {
    const change = after && flowChange(before && state(before), state(after));
    return change ? [{ ...change, subject: { type: 'data-flow', id }, subjectName: after.name }] : [];
  });
  await noticeChanges(tx, notices);
  await withdraw(tx, withdrawnOf(news));
}

export async function followVendor(tx: WriteTx, { id, before, after }: VendorNews): Promise<void> {
  const state = (facts: typeof after): VendorState => ({
    agreement: agreementStanding(facts, tx.today),
    active: facts.active,
  });
  const change = vendorChange(before && state(before), state(after));
  if (!change) return;
  const notice: Notice = { ...change, subject: { type: 'vendor', id }, subjectName: after.name };
  const ended = change.kind === 'vendor-ended' && endOf(id, after, tx.today);
  await noticeChanges(tx, [ended ? { ...notice, sourceKey: sourceKeyOf(ended) } : notice]);
}

/** The end of an agreement that time brought, or will be found to have brought (`WatchChanges`): one end is noted once. */
function endOf(
  vendorId: string,
  { active, agreementStatus, agreementEndsOn: endsOn }: VendorNews['after'],
  today: CalendarDate,
) {
  const isOver = active && agreementStatus === 'signed' && endsOn !== null && endsOn < today;
  return isOver ? { vendorId, endsOn } : null;
}

/** One change for a file of a scanner, however many critical ones it found; and one for what its undo opened again. */
export async function followScan(
  tx: WriteTx,
  { scanId, newCriticalOnEphi, undone }: VulnerabilityNews,
): Promise<void> {
  if (scanId === null) return;
  if (undone?.criticalLeft === 0) {
    await holdOpenAnalyses(tx);
    await takeTurn(tx);
    await tellWithdrawn(tx, await withdrawFound(tx, scanId));
  }
  if (newCriticalOnEphi === 0) return;
  // Findings of drafts follow the same scan: whoever hands one in holds it before the turn, and so does this.
  await holdOpenAnalyses(tx);
  await noticeChanges(tx, [
    {
      kind: 'critical-found',
      details: [],
      subject: { type: 'scan', id: scanId },
      subjectName: (undone ? en.changes.criticalOpenAgain : en.changes.criticalFound)(newCriticalOnEphi),
      // Each undo of what an earlier one had to leave may open more.
      sourceKey: undone ? null : `critical-found|${scanId}`,
    },
  ]);
}

function assetState({ siteId, ...facts }: AssetFacts, sites: ReadonlyMap<string, string>): AssetState {
  return { ...facts, site: siteId && (sites.get(siteId) ?? siteId) };
}

/** Ends are held against each other by these names: two places never share one. */
function endName({ assetId, vendorId, party }: FlowEnd, names: ReadonlyMap<string, string>): string {
  if (assetId !== null) return names.get(assetId) ?? assetId;
  return vendorId === null
    ? en.changes.outsideParty(party)
    : en.changes.vendorEnd(names.get(vendorId) ?? vendorId);
}

function idsIn(ids: readonly (string | null | undefined)[]): string[] {
  return [...new Set(ids.filter((id) => id != null))];
}
