import { z } from 'zod';
import { idOut, instantField, text } from '../../platform/http/schemas.js';
import { EXPORT_PURPOSES } from '../../platform/kernel/export-purpose.js';
import { memberName } from './risk.schemas.js';

export const signOffView = z
  .object({
    assessmentId: idOut('assessment'),
    status: z.enum(['draft', 'in-review', 'signed', 'withdrawn']),
    /** OCR's five tests of a risk analysis, with what the product counted beside each. */
    checklist: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        question: z.string(),
        howToShow: z.string(),
        citations: z.array(z.string()),
        met: z.boolean().nullable(),
        note: z.string(),
        answeredBy: memberName.nullable(),
        answeredAt: instantField.nullable(),
        facts: z.array(z.object({ label: z.string(), value: z.string() })),
      }),
    ),
    /** By the field where it is mended; empty: it may be submitted. */
    missing: z.record(z.string(), z.array(z.string())),
    warnings: z.array(z.string()),
    /** How many findings would change if the data flows were looked at again; a draft's only. */
    flowsOutdated: z.number().int(),
    /** Tells what moved in the inventory since the submission: the signer sends it back. Empty: nothing moved. */
    inventorySeen: z.string(),
    /** How it came to its signature, the oldest first. */
    steps: z.array(
      z.object({
        step: z.enum(['submission', 'return', 'approval', 'withdrawal']),
        reason: z.string(),
        by: memberName,
        at: instantField,
      }),
    ),
    version: z.number().int(),
  })
  .meta({ id: 'SignOff' });
export type SignOffView = z.infer<typeof signOffView>;

export const checklistRequest = z
  .strictObject({ met: z.boolean(), note: text(2_000).default('') })
  .meta({ id: 'ChecklistRequest' });
export type ChecklistRequest = z.infer<typeof checklistRequest>;
export const returnRequest = z.strictObject({ reason: text(2_000, 3) }).meta({ id: 'ReturnRequest' });
export const withdrawalRequest = z
  .strictObject({ reason: text(2_000, 3) })
  .meta({ id: 'WithdrawalOfAssessment' });
export const approvalRequest = z
  .strictObject({
    statement: text(2_000, 3),
    /** As the sign-off said it: refused where the inventory moved on since. */
    inventorySeen: z.string().max(200).default(''),
  })
  .meta({ id: 'ApprovalRequest' });
export type ApprovalRequest = z.infer<typeof approvalRequest>;
/** What one content is laid out as; an export is recorded with which of them left the house. */
export const EXPORTED_DOCUMENTS = ['risk-analysis-report', 'remediation-plan'] as const;
export type ExportedDocument = (typeof EXPORTED_DOCUMENTS)[number];

export const reportQuery = z.strictObject({
  purpose: z.enum(['view', 'export']).default('view'),
  document: z.enum(EXPORTED_DOCUMENTS).default('risk-analysis-report'),
  /** What the document is taken out for; the log keeps it. */
  exportPurpose: z.enum(EXPORT_PURPOSES).optional(),
});
export type ReportQuery = z.infer<typeof reportQuery>;
