import { z } from 'zod';
import { calendarDateField, idIn, idOut, instantField, line, pageOf } from '../../platform/http/schemas.js';
import { SCAN_NEEDS } from './domain/csv/read-rows.js';
import { SCAN_FIELD_NAMES } from './domain/csv/scan-fields.js';
import { MATCHED_BY, UNMATCHED_BECAUSE } from './domain/match-host.js';
import { SCAN_OUTCOMES } from './domain/scan-outcome.js';
import { SEVERITIES } from './domain/severity.js';
import { KEPT_REASONS } from './domain/undo-scan.js';
import { SIGHTING_LIMITS } from './domain/sighting.js';

export const severity = z.enum(SEVERITIES).meta({ id: 'VulnerabilitySeverity' });
export const scanId = idIn('scan');
const scanField = z.enum(SCAN_FIELD_NAMES, { error: 'Choose one of the given.' }).meta({ id: 'ScanField' });
const outcome = z.enum(SCAN_OUTCOMES).meta({ id: 'ScanOutcome' });
const namedAsset = z.object({ id: idOut('asset'), tag: z.string(), name: z.string() });

const scanResult = z
  .object({
    added: z.int(),
    seenAgain: z.int(),
    cameBack: z.int(),
    /** Marked as not seen again. */
    notSeen: z.int(),
    /** Closed as fixed, since the scan was complete. */
    closed: z.int(),
    /** Rows without an asset, or that could not be read. */
    skipped: z.int(),
    /** Rows that said what another row of the file says; absent where it was not counted yet. */
    repeated: z.int().optional(),
    /** The assets that a person chose for results which name none, by run of the file; absent where none was chosen. */
    runs: z
      .array(z.object({ run: z.int(), tool: z.string(), asset: namedAsset, results: z.int() }))
      .optional(),
  })
  .meta({ id: 'ScanResult' });

const summary = {
  id: idOut('scan'),
  fileName: z.string(),
  format: z.enum(['sarif', 'csv']),
  status: z.enum(['previewed', 'committed', 'undoing', 'undone']),
  rowCount: z.int(),
  scannedOn: calendarDateField,
  isComplete: z.boolean().nullable(),
  result: scanResult.nullable(),
  createdByName: z.string(),
  createdAt: instantField,
  committedAt: instantField.nullable(),
  undoJobId: idOut('job').nullable(),
  undoneAt: instantField.nullable(),
  undoResult: z.object({ withdrawn: z.int(), restored: z.int(), kept: z.int() }).nullable(),
  version: z.int(),
};
export const scanSummary = z.object(summary).meta({ id: 'ScanSummary' });
export type ScanSummary = z.infer<typeof scanSummary>;
export const scanList = z.object({ items: z.array(scanSummary) }).meta({ id: 'ScanList' });

export const scanView = z
  .object({
    ...summary,
    /** Of all results, by what would become of them. */
    counts: z.object({
      new: z.int(),
      known: z.int(),
      'came-back': z.int(),
      'no-asset': z.int(),
      bad: z.int(),
      'left-out': z.int(),
    }),
    /** How many vulnerabilities of these hosts the file does not name any more. */
    notSeen: z.int(),
    hostCount: z.int(),
    hostsWithoutAsset: z.int(),
    /** Runs of a SARIF file with results that name no asset, and how many of them have no asset yet. */
    runCount: z.int(),
    runsWithoutAsset: z.int(),
    /** The scanners that the file is of. */
    tools: z.array(z.string()),
    /** Of a CSV file: one entry a column, in order. */
    columns: z.array(
      z.object({
        index: z.int(),
        heading: z.string(),
        /** null: the column is ignored. */
        field: scanField.nullable(),
        samples: z.array(z.string()),
      }),
    ),
    /** Rows above the headings, which are not taken over. */
    rowsAbove: z.int(),
    /** Of a CSV file without a column for it. */
    tool: z.string(),
    missing: z.array(z.enum(SCAN_NEEDS)),
    allowedActions: z.array(z.enum(['read-anew', 'give-hosts', 'give-runs', 'commit', 'discard', 'undo'])),
  })
  .meta({ id: 'Scan' });
export type ScanView = z.infer<typeof scanView>;

/** What an undo would do now, and what it leaves. */
export const scanUndoPlan = z
  .object({
    withdraw: z.int(),
    restore: z.int(),
    /** Hosts of which nothing is remembered any more, or again what was before. */
    hosts: z.int(),
    keep: z.int(),
    kept: z.array(
      z.object({
        /** null: it is not in the register any more. */
        vulnerabilityId: idOut('vulnerability').nullable(),
        title: z.string(),
        because: z.enum(KEPT_REASONS),
      }),
    ),
  })
  .meta({ id: 'ScanUndoPlan' });
export type ScanUndoPlan = z.infer<typeof scanUndoPlan>;

const scanRow = z
  .object({
    row: z.int(),
    outcome,
    label: z.string(),
    tool: z.string(),
    /** Empty: the result names none. */
    host: z.string(),
    asset: namedAsset.nullable(),
    severity: severity.nullable(),
    location: z.string(),
    cves: z.array(z.string()),
    problems: z.array(z.object({ place: z.string(), value: z.string(), reason: z.string() })),
    remarks: z.array(z.string()),
  })
  .meta({ id: 'ScanRow' });
export type ScanRowView = z.infer<typeof scanRow>;
export const scanRowPage = pageOf(scanRow).meta({ id: 'ScanRowPage' });
const place = z
  .string()
  .regex(/^\d{1,9}$/)
  .optional();
export const scanRowQuery = z.object({
  outcome: outcome.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: place,
});
export type ScanRowQuery = z.infer<typeof scanRowQuery>;
export const scanRowExportQuery = z.strictObject({ outcome: outcome.optional() });
export type ScanRowExportQuery = z.infer<typeof scanRowExportQuery>;

const scanHost = z
  .object({
    host: z.string(),
    aliases: z.array(z.string()),
    rows: z.int(),
    worst: severity.nullable(),
    asset: namedAsset.nullable(),
    matchedBy: z.enum(MATCHED_BY).nullable(),
    unmatchedBecause: z.enum(UNMATCHED_BECAUSE).nullable(),
  })
  .meta({ id: 'ScanHost' });
export type ScanHostView = z.infer<typeof scanHost>;
export const scanHostPage = pageOf(scanHost).meta({ id: 'ScanHostPage' });
export const scanHostQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: place,
});
export type ScanHostQuery = z.infer<typeof scanHostQuery>;

const scanRun = z
  .object({
    /** As it stands in the file, counted from 1. */
    run: z.int(),
    tool: z.string(),
    /** What the run says that it looked at; empty: it does not say. */
    subject: z.string(),
    /** Results that name no host. */
    withoutHost: z.int(),
    /** Results that name a host which is no asset. */
    ofUnknownHosts: z.int(),
    worst: severity.nullable(),
    asset: namedAsset.nullable(),
    matchedBy: z.enum(MATCHED_BY).nullable(),
  })
  .meta({ id: 'ScanRun' });
export type ScanRunView = z.infer<typeof scanRun>;
export const scanRunPage = pageOf(scanRun).meta({ id: 'ScanRunPage' });

/** What the columns mean, by whom and when it was scanned. A SARIF file says the first two itself. */
export const readAnewRequest = z
  .strictObject({
    columns: z.array(scanField.nullable()).max(60).default([]),
    tool: line(SIGHTING_LIMITS.tool).default(''),
    scannedOn: calendarDateField,
  })
  .meta({ id: 'ReadScanAnewRequest' });
export type ReadAnewRequest = z.infer<typeof readAnewRequest>;

export const giveHostsRequest = z
  .strictObject({
    hosts: z
      .array(
        z.strictObject({
          host: z.string().min(1).max(SIGHTING_LIMITS.host),
          /** null: it is none of ours, and its rows are left out. */
          assetId: idIn('asset').nullable(),
        }),
      )
      .min(1, 'Choose an asset for at least one host.')
      .max(200),
  })
  .meta({ id: 'GiveHostsRequest' });
export type GiveHostsRequest = z.infer<typeof giveHostsRequest>;

/** One asset for all results of a run that name none. */
export const giveRunsRequest = z
  .strictObject({
    runs: z
      .array(
        z.strictObject({
          run: z.int().min(1).max(20_000),
          /** null: nothing of ours, and its results are left out. */
          assetId: idIn('asset').nullable(),
        }),
      )
      .min(1, 'Choose an asset for at least one run.')
      .max(200),
  })
  .meta({ id: 'GiveRunsRequest' });
export type GiveRunsRequest = z.infer<typeof giveRunsRequest>;

export const commitScanRequest = z
  .strictObject({
    /** The scanner looked at everything on these hosts: what it does not name any more is fixed. */
    isComplete: z.boolean(),
    /** false: nothing is taken over while a row cannot be read or has no asset. */
    skipUnusable: z.boolean(),
  })
  .meta({ id: 'CommitScanRequest' });
export type CommitScanRequest = z.infer<typeof commitScanRequest>;
