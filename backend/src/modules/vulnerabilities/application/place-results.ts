import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { NamedAsset } from '../../inventory/index.js';
import { readScanRows } from '../domain/csv/read-rows.js';
import { hostKey, matchResult, namesOf, type HostMatch } from '../domain/match-host.js';
import {
  comesBack,
  reconcile,
  type KnownVulnerability,
  type PlacedSighting,
  type Reconciled,
} from '../domain/reconcile.js';
import type { ScanOutcome } from '../domain/scan-outcome.js';
import type { ReadResult } from '../domain/sighting.js';
import { hostIndex, hostWorld } from '../persistence/scan-hosts.js';
import type { ScanContent } from '../persistence/scan-content.js';
import type { Scan } from '../persistence/scan.repository.js';
import { cover, identity, keysOf } from '../persistence/vulnerability-keys.js';
import { knownVulnerabilities } from '../persistence/vulnerability.repository.js';
import { localDay } from './local-day.js';

/** A result with the asset that it is about, and what would become of it. */
export interface PlacedResult extends ReadResult {
  match: HostMatch<NamedAsset>;
  outcome: ScanOutcome;
  placed: PlacedSighting | null;
}

export interface PlacedScan {
  results: PlacedResult[];
  known: KnownVulnerability[];
  /** Hosts that were looked at, by asset and tool: those of which every row could be read. */
  covered: Set<string>;
}

/** Reads the content as its columns are meant now, and finds for each result its asset and what is known of it. */
export async function placeResults(tx: ReadTx, scan: Scan, content: ScanContent): Promise<PlacedScan> {
  const read = readContent(tx, content);
  const named = read.filter(({ insteadOfHost }) => insteadOfHost !== 'tool');
  const names = new Set(named.flatMap(({ host, aliases }) => namesOf(host, aliases)));
  const world = await hostWorld(tx, [...names], content);
  const keys = keysOf(tx);
  const matched = read.map((result) => {
    const match = matchResult(result, world);
    const { sighting, host } = result;
    if (sighting === null || match.asset === null) return { result, match, placed: null };
    const { hostKey: itsHost, locationKey } = keys(host, sighting);
    const placed: PlacedSighting = {
      key: identity(match.asset.id, sighting.tool, sighting.ruleId, locationKey),
      coverKey: cover(match.asset.id, sighting.tool, itsHost),
      assetId: match.asset.id,
      host,
      seenOn: sighting.lastSeenOn ?? scan.scannedOn,
      sighting,
    };
    return { result, match, placed };
  });
  const assetIds = new Set(matched.flatMap(({ match }) => match.asset?.id ?? []));
  const tools = new Set(read.map(({ tool }) => tool));
  const known = await knownVulnerabilities(tx, [...assetIds], [...tools]);
  const byKey = new Map(known.map((vulnerability) => [vulnerability.key, vulnerability]));
  const results = matched.map(({ result, match, placed }) => ({
    ...result,
    match,
    placed,
    outcome: outcomeOf(result, placed, placed ? byKey.get(placed.key) : undefined),
  }));
  return { results, known, covered: coveredBy(tx, results) };
}

function readContent(tx: ReadTx, content: ScanContent): ReadResult[] {
  return content.format === 'sarif'
    ? content.results
    : readScanRows(content.rows, content.headings, content.reading, localDay(tx));
}

function outcomeOf(
  { problems, leftOut }: ReadResult,
  placed: PlacedSighting | null,
  known: KnownVulnerability | undefined,
): ScanOutcome {
  if (problems.length > 0) return 'bad';
  if (leftOut !== null) return 'left-out';
  if (placed === null) return 'no-asset';
  if (!known) return 'new';
  return comesBack(known, placed.seenOn) ? 'came-back' : 'known';
}

/**
 * A row that cannot be read may be the very one that still tells of a weakness: its host does not count as looked at. Nor
 * does what only its scanner names: another run of it may have looked at other code of the same asset.
 */
function coveredBy(tx: ReadTx, results: readonly PlacedResult[]): Set<string> {
  const bad = results.filter(({ problems }) => problems.length > 0);
  if (bad.some(({ host }) => host === '')) return new Set();
  const unsure = new Set(bad.map(({ host }) => hostKey(host)));
  const index = hostIndex(tx);
  const covered = new Set<string>();
  for (const { match, tool, host, insteadOfHost } of results) {
    if (match.asset && insteadOfHost !== 'tool' && !unsure.has(hostKey(host)))
      covered.add(cover(match.asset.id, tool, index(hostKey(host))));
  }
  return covered;
}

/** What taking it over would change. */
export function reconcileScan(
  { results, known, covered }: PlacedScan,
  scan: Pick<Scan, 'scannedOn'>,
  isComplete: boolean,
): Reconciled {
  const sightings = results.flatMap(({ placed }) => placed ?? []);
  return reconcile(known, sightings, { scannedOn: scan.scannedOn, isComplete, covered });
}
