import { typedId, typedIdOrNull } from '../../../platform/kernel/typed-id.js';
import { missingNeeds } from '../domain/csv/read-rows.js';
import type { ScanOutcome } from '../domain/scan-outcome.js';
import { mayBeUndone } from '../domain/undo-scan.js';
import type { ScanContent } from '../persistence/scan-content.js';
import type { ScanResult } from '../persistence/scan.record.js';
import type { ListedScan, Scan } from '../persistence/scan.repository.js';
import type { ScanRowView, ScanSummary, ScanView } from '../scan.schemas.js';
import { reconcileScan, type PlacedResult, type PlacedScan } from './place-results.js';
import { hostsOf } from './scan-hosts-view.js';
import { runsOf } from './scan-runs-view.js';

export function scanSummary({ undoable: _, ...scan }: ListedScan & Partial<Scan>): ScanSummary {
  return {
    ...scan,
    id: typedId('scan', scan.id),
    status: scan.status === 'discarded' ? 'previewed' : scan.status,
    result: scan.result && resultView(scan.result),
    undoJobId: typedIdOrNull('job', scan.undoJobId),
    undoneAt: scan.undoneAt?.toISOString() ?? null,
    createdAt: scan.createdAt.toISOString(),
    committedAt: scan.committedAt?.toISOString() ?? null,
  };
}

function resultView({ runs, ...counts }: ScanResult): NonNullable<ScanSummary['result']> {
  if (!runs) return counts;
  const named = runs.map(({ asset, ...run }) => ({
    ...run,
    asset: { ...asset, id: typedId('asset', asset.id) },
  }));
  return { ...counts, runs: named };
}

const NO_COUNTS: Record<ScanOutcome, number> = {
  new: 0,
  known: 0,
  'came-back': 0,
  'no-asset': 0,
  bad: 0,
  'left-out': 0,
};

/** A file that is settled: what it did is in its result. */
export function settledView(scan: Scan): ScanView {
  return {
    ...scanSummary(scan),
    counts: NO_COUNTS,
    notSeen: 0,
    hostCount: 0,
    hostsWithoutAsset: 0,
    runCount: 0,
    runsWithoutAsset: 0,
    tools: [],
    columns: [],
    rowsAbove: 0,
    tool: '',
    missing: [],
    allowedActions: mayBeUndone(scan) ? ['undo'] : [],
  };
}

export function previewView(scan: Scan, content: ScanContent, placed: PlacedScan): ScanView {
  const counts = { ...NO_COUNTS };
  for (const { outcome } of placed.results) counts[outcome] += 1;
  const hosts = hostsOf(placed.results);
  const runs = runsOf(placed.results);
  const { changed } = reconcileScan(placed, scan, false);
  const csv = content.format === 'csv' ? content : null;
  const giveRuns = csv ? [] : (['give-runs'] as const);
  return {
    ...scanSummary(scan),
    counts,
    notSeen: changed.filter(({ seen }) => seen === null).length,
    hostCount: hosts.length,
    hostsWithoutAsset: hosts.filter(({ asset }) => asset === null).length,
    runCount: runs.length,
    runsWithoutAsset: runs.filter(({ asset, withoutHost }) => withoutHost > 0 && asset === null).length,
    tools: [...new Set(placed.results.map(({ tool }) => tool))].filter((tool) => tool !== '').slice(0, 20),
    columns: csv ? columnsOf(csv) : [],
    rowsAbove: csv?.rowsAbove ?? 0,
    tool: csv?.reading.tool ?? '',
    missing: csv ? missingNeeds(csv.reading) : [],
    allowedActions: ['read-anew', 'give-hosts', ...giveRuns, 'commit', 'discard'],
  };
}

type CsvContent = ScanContent & { format: 'csv' };

function columnsOf({ headings, reading, rows }: CsvContent): ScanView['columns'] {
  return headings.map((heading, index) => ({
    index,
    heading,
    field: reading.columns[index] ?? null,
    samples: samplesOf(rows, index),
  }));
}

/** The first three values that differ, so that a person sees what a column holds. */
function samplesOf(rows: CsvContent['rows'], column: number): string[] {
  const samples = new Set<string>();
  for (const { cells } of rows) {
    const value = (cells[column] ?? '').trim();
    if (value !== '') samples.add(value.slice(0, 60));
    if (samples.size === 3) break;
  }
  return [...samples];
}

export function scanRowView(result: PlacedResult): ScanRowView {
  const { row, outcome, label, tool, match, sighting, problems, remarks, leftOut } = result;
  return {
    row,
    outcome,
    label,
    tool,
    host: result.insteadOfHost === undefined ? result.host : '',
    asset: match.asset && {
      id: typedId('asset', match.asset.id),
      tag: match.asset.tag,
      name: match.asset.name,
    },
    severity: sighting?.severity ?? null,
    location: sighting?.location ?? '',
    cves: sighting?.cves ?? [],
    problems: problems.map(({ place, value, reason }) => ({ place, value, reason })),
    remarks: [...(leftOut === null ? [] : [leftOut]), ...remarks],
  };
}
