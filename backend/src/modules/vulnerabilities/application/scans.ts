import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import { newId } from '../../../platform/database/new-id.js';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, invalidField } from '../../../platform/kernel/domain-error.js';
import { calendarDate, type CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import { namedAssets } from '../../inventory/index.js';
import type { ScanField } from '../domain/csv/scan-fields.js';
import { hostKey } from '../domain/match-host.js';
import type { ScanContent } from '../persistence/scan-content.js';
import {
  addScan,
  lockScan,
  readScan,
  recentScans,
  saveScan,
  type Scan,
} from '../persistence/scan.repository.js';
import type {
  GiveHostsRequest,
  GiveRunsRequest,
  ReadAnewRequest,
  ScanHostQuery,
  ScanRowQuery,
  ScanView,
} from '../scan.schemas.js';
import { localDay } from './local-day.js';
import { placeResults } from './place-results.js';
import { readScanFile } from './read-scan-file.js';
import { hostsOf } from './scan-hosts-view.js';
import { runsOf } from './scan-runs-view.js';
import { previewView, scanRowView, scanSummary, settledView } from './scan-view.js';

/** A scanner's file on its way in: read, matched to assets and looked at. Nothing of it counts before the commit. */
@Injectable()
export class Scans {
  constructor(private readonly db: TenantDb) {}

  recent() {
    return this.db.read(async (tx) => ({ items: (await recentScans(tx)).map(scanSummary) }));
  }

  create(fileName: string, bytes: Buffer): Promise<ScanView> {
    return this.db.write(async (tx) => {
      const { content, rowCount, scannedOn } = readScanFile(bytes, localDay(tx));
      const id = newId();
      const createdBy = currentMember().memberId;
      await addScan(tx, { id, fileName, rowCount, scannedOn: scannedOn ?? tx.today, createdBy }, content);
      tx.audit.record({
        action: 'scan.previewed',
        target: { type: 'scan', id },
        detail: { format: content.format, rows: rowCount },
      });
      const { scan } = await readScan(tx, id);
      return previewView(scan, content, await placeResults(tx, scan, content));
    });
  }

  show(id: string): Promise<ScanView> {
    return this.db.read(async (tx) => {
      const { scan, content } = await readScan(tx, id);
      return content ? previewView(scan, content, await placeResults(tx, scan, content)) : settledView(scan);
    });
  }

  rows(id: string, { outcome, limit, cursor }: ScanRowQuery) {
    return this.db.read(async (tx) => {
      const { scan, content } = await readScan(tx, id);
      const results = content ? (await placeResults(tx, scan, content)).results : [];
      const chosen = results.filter((result) => outcome === undefined || result.outcome === outcome);
      const behind = chosen.filter(({ row }) => row > Number(cursor ?? 0));
      const items = behind.slice(0, limit).map(scanRowView);
      return {
        items,
        nextCursor: behind.length > limit ? String(items.at(-1)!.row) : null,
        total: chosen.length,
        totalIsCapped: false,
      };
    });
  }

  hosts(id: string, { limit, cursor }: ScanHostQuery) {
    return this.db.read(async (tx) => {
      const { scan, content } = await readScan(tx, id);
      const all = content ? hostsOf((await placeResults(tx, scan, content)).results) : [];
      return pieceOf(all, limit, cursor);
    });
  }

  runs(id: string, { limit, cursor }: ScanHostQuery) {
    return this.db.read(async (tx) => {
      const { scan, content } = await readScan(tx, id);
      const all = content ? runsOf((await placeResults(tx, scan, content)).results) : [];
      return pieceOf(all, limit, cursor);
    });
  }

  /** Other meanings of the columns, another scanner, another day. */
  readAnew(id: string, version: number, request: ReadAnewRequest): Promise<ScanView> {
    return this.change(id, version, (tx, content) => {
      const scannedOn = calendarDate(request.scannedOn);
      if (scannedOn > tx.today) throw invalidField('scannedOn', 'This day has not come yet.');
      tx.audit.record({ action: 'scan.mapped', target: { type: 'scan', id } });
      if (content.format === 'sarif') return { content, scannedOn };
      refuseMisfits(request.columns, content.headings);
      const reading = { columns: request.columns, tool: request.tool };
      return { content: { ...content, reading }, scannedOn };
    });
  }

  /** Whose the hosts are that nothing tells. It is remembered with the commit. */
  giveHosts(id: string, version: number, { hosts }: GiveHostsRequest): Promise<ScanView> {
    return this.change(id, version, async (tx, content) => {
      await refuseStrangeAssets(tx, 'hosts', hosts);
      const given = Object.fromEntries(hosts.map(({ host, assetId }) => [hostKey(host), assetId]));
      tx.audit.record({
        action: 'scan.hosts-given',
        target: { type: 'scan', id },
        detail: { hosts: hosts.length },
      });
      return { content: { ...content, hosts: { ...content.hosts, ...given } } };
    });
  }

  /** The asset of all results of a run that name none: a choice for this file, each one on record. */
  giveRuns(id: string, version: number, { runs }: GiveRunsRequest): Promise<ScanView> {
    return this.change(id, version, async (tx, content) => {
      const known = new Set(content.format === 'sarif' ? content.results.map(({ run }) => run) : []);
      runs.forEach(({ run }, index) => {
        if (!known.has(run)) throw invalidField(`runs.${index}.run`, 'This file has no such run.');
      });
      await refuseStrangeAssets(tx, 'runs', runs);
      for (const { run, assetId } of runs)
        tx.audit.record({
          action: 'scan.run-given',
          target: { type: 'scan', id },
          detail: { run, assetId: assetId === null ? '' : typedId('asset', assetId) },
        });
      const given = Object.fromEntries(runs.map(({ run, assetId }) => [String(run), assetId]));
      return { content: { ...content, runs: { ...content.runs, ...given } } };
    });
  }

  discard(id: string, version: number): Promise<void> {
    return this.db.write(async (tx) => {
      if ((await lockScan(tx, id)) !== 'previewed') throw settled();
      // What was read is forgotten with it.
      await saveScan(tx, id, version, { status: 'discarded', content: null });
      tx.audit.record({ action: 'scan.discarded', target: { type: 'scan', id } });
    });
  }

  private change(
    id: string,
    version: number,
    work: (
      tx: WriteTx,
      content: ScanContent,
    ) =>
      | Promise<{ content: ScanContent; scannedOn?: CalendarDate }>
      | { content: ScanContent; scannedOn?: CalendarDate },
  ): Promise<ScanView> {
    return this.db.write(async (tx) => {
      await lockScan(tx, id);
      const { scan, content } = await readScan(tx, id);
      if (!content) throw settled();
      const change = await work(tx, content);
      const next = await saveScan(tx, id, version, change);
      const changed: Scan = { ...scan, scannedOn: change.scannedOn ?? scan.scannedOn, version: next };
      return previewView(changed, change.content, await placeResults(tx, changed, change.content));
    });
  }
}

function pieceOf<Item>(all: readonly Item[], limit: number, cursor: string | undefined) {
  const start = Number(cursor ?? 0);
  const nextCursor = all.length > start + limit ? String(start + limit) : null;
  return { items: all.slice(start, start + limit), nextCursor, total: all.length, totalIsCapped: false };
}

async function refuseStrangeAssets(
  tx: WriteTx,
  field: 'hosts' | 'runs',
  given: readonly { assetId: string | null }[],
): Promise<void> {
  const ids = given.flatMap(({ assetId }) => assetId ?? []);
  const known = new Map((await namedAssets(tx, ids)).map((asset) => [asset.id, asset]));
  given.forEach(({ assetId }, index) => {
    if (assetId === null) return;
    const asset = known.get(assetId);
    if (!asset || asset.lifecycle === 'disposed')
      throw invalidField(`${field}.${index}.assetId`, 'Choose one of your assets that is not disposed of.');
  });
}

export function settled(): DomainError {
  return new DomainError(
    'scan.settled',
    'conflict',
    'This file is taken over or discarded already. Bring it again to change something.',
  );
}

function refuseMisfits(columns: readonly (ScanField | null)[], headings: readonly string[]): void {
  if (columns.length !== headings.length)
    throw invalidField(
      'columns',
      `Say for each of the ${headings.length} columns what it holds, or that it is left out.`,
    );
  columns.forEach((field, index) => {
    const first = field === null ? index : columns.indexOf(field);
    if (first !== index)
      throw invalidField(
        `columns.${index}`,
        `“${headings[first]}” is taken for this already. Choose one of the two columns.`,
      );
  });
}
