import { Injectable } from '@nestjs/common';
import { TenantDb, type ReadTx, type WriteTx } from '../../../platform/database/tenant-db.js';
import { concernedDataFlows } from '../../inventory/index.js';
import { severeOnAssets } from '../../vulnerabilities/index.js';
import { refuseUnlessDraft } from '../domain/assessment-status.js';
import { upkeepOf, type FindingDraft, type FindingSource, type FindingUpkeep } from '../domain/finding.js';
import { flowFindings } from '../domain/flow-findings.js';
import { assetsInScope, flowsInScope } from '../domain/in-scope.js';
import { scanFindings } from '../domain/scan-findings.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import { excludedAssetIds } from '../persistence/exclusions.js';
import {
  findingsOfSource,
  withdrawFindings,
  type FindingToOpen,
  type StoredFinding,
} from '../persistence/finding.repository.js';
import { keepFinding, openTogether } from './keep-finding.js';

export interface InventoryFindingChanges {
  opened: number;
  changed: number;
  resolved: number;
  /** Of data flows that an undone import had brought in. */
  withdrawn: number;
}

interface Source {
  source: FindingSource;
  wanted: (tx: ReadTx, excluded: ReadonlySet<string>) => Promise<Map<string, FindingDraft>>;
  resolvedBecause: string;
}

/** What the inventory itself shows, without anybody being asked. */
const SOURCES: readonly Source[] = [
  {
    source: 'data-flow',
    wanted: async (tx, excluded) => flowFindings(flowsInScope(await concernedDataFlows(tx), excluded)),
    resolvedBecause: 'The data flow no longer shows this.',
  },
  {
    source: 'scan',
    wanted: async (tx, excluded) => {
      const severe = (await severeOnAssets(tx)).map((asset) => ({ id: asset.assetId, ...asset }));
      return scanFindings(assetsInScope(severe, excluded));
    },
    resolvedBecause: 'No critical or high vulnerability is open here any more.',
  },
];

/** Looks at the data flows and vulnerabilities of today: what stands out becomes a finding, what was mended is resolved. */
@Injectable()
export class RefreshInventoryFindings {
  constructor(private readonly db: TenantDb) {}

  execute(assessmentId: string): Promise<InventoryFindingChanges> {
    return this.db.write(async (tx) => {
      refuseUnlessDraft((await assessmentPins(tx, assessmentId, 'change')).status);
      return this.within(tx, assessmentId);
    });
  }

  /**
   * After a change of the inventory, in nobody's request: looks once more with the analysis held, and leaves it alone
   * where it was handed in meanwhile, or where somebody else brought it in line.
   */
  async follow(assessmentId: string): Promise<void> {
    await this.db
      .write(async (tx) => {
        const { status } = await assessmentPins(tx, assessmentId, 'change');
        if (status !== 'draft' || !(await refresh(tx, assessmentId, SOURCES))) throw new StandsAlready();
      })
      .catch((error: unknown) => {
        if (!(error instanceof StandsAlready)) throw error;
      });
  }

  /** The caller has made sure that the analysis is a draft. */
  async within(tx: WriteTx, assessmentId: string): Promise<InventoryFindingChanges> {
    const changes = await bringInLine(tx, assessmentId, SOURCES);
    recordChanges(tx, assessmentId, changes);
    return changes;
  }

  /** How many findings would change if the inventory was looked at now. */
  async outdated(tx: ReadTx, assessmentId: string): Promise<number> {
    let count = 0;
    for (const { places } of await compare(tx, assessmentId, SOURCES))
      count += places.filter(({ known, draft }) => upkeepOf(known, draft) !== 'leave').length;
    return count;
  }
}

/**
 * For those who come from a change of vulnerabilities and not from a request: looks at these alone, and records it only
 * where a finding changed.
 */
export async function refreshScanFindings(tx: WriteTx, assessmentId: string): Promise<void> {
  const scans = SOURCES.filter(({ source }) => source === 'scan');
  await refresh(tx, assessmentId, scans);
}

/** Whether a finding changed: only then there is something to record. */
async function refresh(tx: WriteTx, assessmentId: string, sources: readonly Source[]): Promise<boolean> {
  const changes = await bringInLine(tx, assessmentId, sources);
  const anyChanged = Object.values(changes).some((count) => count > 0);
  if (anyChanged) recordChanges(tx, assessmentId, changes);
  return anyChanged;
}

/** Takes a write back that turned out to have nothing to do. */
class StandsAlready extends Error {}

async function bringInLine(
  tx: WriteTx,
  assessmentId: string,
  sources: readonly Source[],
): Promise<InventoryFindingChanges> {
  const changes: InventoryFindingChanges = { opened: 0, changed: 0, resolved: 0, withdrawn: 0 };
  for (const { source, resolvedBecause, places } of await compare(tx, assessmentId, sources)) {
    const baseless: StoredFinding[] = [];
    const opened: FindingToOpen[] = [];
    for (const { key, known, draft } of places) {
      const upkeep = upkeepOf(known, draft);
      if (upkeep === 'leave') continue;
      changes[COUNTED[upkeep]] += 1;
      if (upkeep === 'withdraw') baseless.push(known!);
      else if (upkeep === 'open') opened.push({ sourceKey: key, draft: draft! });
      else await keepFinding(tx, { assessmentId, source, sourceKey: key }, known, draft, resolvedBecause);
    }
    await openTogether(tx, { assessmentId, source }, opened);
    await withdraw(tx, assessmentId, source, baseless);
  }
  return changes;
}

const COUNTED = {
  open: 'opened',
  update: 'changed',
  reopen: 'changed',
  rename: 'changed',
  resolve: 'resolved',
  withdraw: 'withdrawn',
} as const satisfies Record<Exclude<FindingUpkeep, 'leave'>, keyof InventoryFindingChanges>;

async function withdraw(
  tx: WriteTx,
  assessmentId: string,
  source: FindingSource,
  baseless: readonly StoredFinding[],
): Promise<void> {
  if (baseless.length === 0) return;
  await withdrawFindings(
    tx,
    baseless.map(({ id }) => id),
  );
  for (const { id } of baseless)
    tx.audit.record({
      action: 'finding.withdrawn',
      target: { type: 'finding', id },
      parent: { type: 'assessment', id: assessmentId },
      detail: { source },
    });
}

function recordChanges(tx: WriteTx, assessmentId: string, changes: InventoryFindingChanges): void {
  tx.audit.record({
    action: 'assessment.flows-checked',
    target: { type: 'assessment', id: assessmentId },
    detail: { ...changes },
  });
}

interface Compared {
  source: FindingSource;
  resolvedBecause: string;
  places: { key: string; known: StoredFinding | null; draft: FindingDraft | null }[];
}

async function compare(tx: ReadTx, assessmentId: string, sources: readonly Source[]): Promise<Compared[]> {
  const excluded = await excludedAssetIds(tx, assessmentId);
  const compared: Compared[] = [];
  for (const { source, wanted, resolvedBecause } of sources) {
    const drafts = await wanted(tx, excluded);
    const stored = await findingsOfSource(tx, assessmentId, source);
    const known = new Map(stored.map((finding) => [finding.sourceKey, finding]));
    const keys = [...new Set([...known.keys(), ...drafts.keys()])];
    const places = keys.map((key) => ({
      key,
      known: known.get(key) ?? null,
      draft: drafts.get(key) ?? null,
    }));
    compared.push({ source, resolvedBecause, places });
  }
  return compared;
}
