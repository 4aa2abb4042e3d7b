import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { missingNeeds } from '../domain/csv/read-rows.js';
import { hostKey } from '../domain/match-host.js';
import type { PlacedSighting, Reconciled } from '../domain/reconcile.js';
import { rememberHosts } from '../persistence/scan-hosts.js';
import type { ScanResult } from '../persistence/scan.record.js';
import type { ScanContent } from '../persistence/scan-content.js';
import { noteChanged, noteCreated, noteHosts } from '../persistence/scan-changes.js';
import { lockScan, readScan, saveScan, type Scan } from '../persistence/scan.repository.js';
import { addEvents, type NewVulnerabilityEvent } from '../persistence/vulnerability-events.js';
import {
  addVulnerabilities,
  changeVulnerabilities,
  takeTurn,
} from '../persistence/vulnerability.repository.js';
import type { CommitScanRequest, ScanView } from '../scan.schemas.js';
import { tellFollowers } from './followers.js';
import { placeResults, reconcileScan, type PlacedResult, type PlacedScan } from './place-results.js';
import { settledView } from './scan-view.js';
import { settled } from './scans.js';

/** Takes a file over in one transaction: all of it that can be used, or nothing. */
@Injectable()
export class CommitScan {
  constructor(private readonly db: TenantDb) {}

  execute(id: string, version: number, request: CommitScanRequest): Promise<ScanView> {
    return this.db.write(async (tx) => {
      await takeTurn(tx);
      await lockScan(tx, id);
      const { scan, content } = await readScan(tx, id);
      if (!content) throw settled();
      const placed = await placeResults(tx, scan, content);
      const skipped = refuseUnusable(content, placed.results, request.skipUnusable);
      const reconciled = reconcileScan(placed, scan, request.isComplete);
      await this.write(tx, scan, reconciled);
      const hosts = givenHosts(content, placed);
      await noteHosts(tx, id, await rememberHosts(tx, hosts, currentMember().memberId));
      const runs = givenRuns(placed);
      const result = { ...resultOf(reconciled, skipped), ...(runs.length > 0 ? { runs } : {}) };
      await saveScan(tx, id, version, {
        status: 'committed',
        content: null,
        isComplete: request.isComplete,
        result,
        committedAt: tx.now,
      });
      tx.audit.record({
        action: 'scan.committed',
        target: { type: 'scan', id },
        detail: { ...result, runs: runs.length, isComplete: request.isComplete },
      });
      await tellFollowers(tx, { scanId: id, newCriticalOnEphi: newCritical(placed, reconciled) });
      return settledView((await readScan(tx, id)).scan);
    });
  }

  private async write(tx: WriteTx, scan: Scan, { added, changed }: Reconciled): Promise<void> {
    const closedBecause = `Not found any more by the complete scan of ${scan.scannedOn}.`;
    const ids = await addVulnerabilities(tx, scan.id, added);
    await noteCreated(
      tx,
      scan.id,
      added.map(({ sighting }, index) => ({ id: ids[index]!, title: sighting.title })),
    );
    const changing = changed.map(({ known, status }) => {
      return { id: known.id, isReopened: status === 'open' && known.status !== 'open' };
    });
    await noteChanged(tx, scan.id, changing);
    await changeVulnerabilities(tx, scan, changed, closedBecause);
    const by = { scanId: scan.id, byId: null };
    const found = added.flatMap((placed, index) => eventsOfNew(ids[index]!, placed, by));
    const later = changed.flatMap(({ known, seen, takesWords, events }) =>
      events.map((what): NewVulnerabilityEvent => ({
        ...by,
        vulnerabilityId: known.id,
        what,
        severity: seen && takesWords ? seen.sighting.severity : known.severity,
        reason: what === 'fixed' ? closedBecause : '',
        happenedOn: seen?.seenOn ?? scan.scannedOn,
      })),
    );
    await addEvents(tx, [...found, ...later]);
  }
}

function eventsOfNew(
  vulnerabilityId: string,
  { seenOn, sighting }: PlacedSighting,
  by: { scanId: string; byId: null },
): NewVulnerabilityEvent[] {
  const common = { ...by, vulnerabilityId, severity: sighting.severity };
  return [{ ...common, what: 'found', reason: '', happenedOn: sighting.firstSeenOn ?? seenOn }];
}

/** How many rows are left out; refused where the person did not agree to that, or where nothing is left. */
function refuseUnusable(
  content: ScanContent,
  results: readonly PlacedResult[],
  skipUnusable: boolean,
): number {
  if (content.format === 'csv' && missingNeeds(content.reading).length > 0)
    throw new DomainError(
      'scan.columns-missing',
      'conflict',
      'Say first which columns hold the host, the check and the severity, and which scanner it was.',
    );
  const unusable = results.filter(({ outcome }) => outcome === 'bad' || outcome === 'no-asset').length;
  if (unusable > 0 && !skipUnusable)
    throw new DomainError(
      'scan.rows-unusable',
      'conflict',
      `${unusable} rows cannot be read or have no asset, so nothing was taken over.`,
    );
  if (results.every(({ match, outcome }) => outcome === 'bad' || match.asset === null))
    throw new DomainError(
      'scan.nothing-usable',
      'conflict',
      'No row of this file can be taken over as it is. Say which asset each host or run is of.',
    );
  return unusable;
}

/**
 * What is remembered for the next file: of the hosts of this one those that a person gave to an asset, and what a run says
 * that it looked at. Two runs that say the same and were given to two assets tell nothing for the next time.
 */
function givenHosts(content: ScanContent, { results }: PlacedScan): { host: string; assetId: string }[] {
  const own = new Set<string>();
  const subjects = new Map<string, string | null>();
  for (const { host, insteadOfHost, match } of results) {
    const key = hostKey(host);
    if (insteadOfHost === undefined) own.add(key);
    if (insteadOfHost !== 'subject' || !match.asset || match.by !== 'run') continue;
    const isSame = !subjects.has(key) || subjects.get(key) === match.asset.id;
    subjects.set(key, isSame ? match.asset.id : null);
  }
  const given = Object.entries(content.hosts).filter(([host]) => own.has(host));
  return [...new Map([...subjects, ...given])].flatMap(([host, assetId]) =>
    assetId === null ? [] : [{ host, assetId }],
  );
}

/** The choices for runs that results went by. */
function givenRuns({ results }: PlacedScan): NonNullable<ScanResult['runs']> {
  const runs = new Map<number, NonNullable<ScanResult['runs']>[number]>();
  for (const { run, tool, match, placed } of results) {
    if (run === undefined || !placed || !match.asset || match.by !== 'run') continue;
    const { id, tag, name } = match.asset;
    const count = (runs.get(run)?.results ?? 0) + 1;
    runs.set(run, { run, tool, asset: { id, tag, name }, results: count });
  }
  return [...runs.values()].sort((a, b) => a.run - b.run);
}

function resultOf({ added, changed, repeated }: Reconciled, skipped: number): ScanResult {
  const count = (what: string) => changed.filter(({ events }) => events.includes(what as never)).length;
  const cameBack = count('came-back');
  return {
    added: added.length,
    seenAgain: changed.filter(({ seen }) => seen !== null).length - cameBack,
    cameBack,
    notSeen: count('not-seen'),
    closed: count('fixed'),
    skipped,
    repeated,
  };
}

function newCritical({ results }: PlacedScan, { added, changed }: Reconciled): number {
  const withEphi = new Set(results.flatMap(({ match }) => (match.asset?.holdsEphi ? [match.asset.id] : [])));
  const isCritical = ({ assetId, sighting }: PlacedSighting) =>
    sighting.severity === 'critical' && withEphi.has(assetId);
  const fresh = added.filter(isCritical);
  const back = changed.filter(({ seen, events }) => seen && events.includes('came-back') && isCritical(seen));
  return fresh.length + back.length;
}
