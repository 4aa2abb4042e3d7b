import { z } from 'zod';
import {
  asOfField,
  idOut,
  instantField,
  line,
  pageOf,
  pageQuery,
  text,
} from '../../platform/http/schemas.js';
import { citationField } from '../compliance/index.js';
import { FINDING_SOURCES, FINDING_STANDINGS, FINDING_STATUSES } from './domain/finding.js';

const source = z.enum(FINDING_SOURCES);
const status = z.enum(FINDING_STATUSES);
const standing = z.enum(FINDING_STANDINGS);

export const findingView = z
  .object({
    id: idOut('finding'),
    assessmentId: idOut('assessment'),
    source,
    /** Where it comes from: the question, the data flow, or the asset. */
    question: z.object({ id: z.string(), sectionId: z.string() }).nullable(),
    dataFlow: z.object({ id: idOut('dataFlow'), name: z.string() }).nullable(),
    /** On which scanners found what is open. */
    asset: z.object({ id: idOut('asset'), name: z.string() }).nullable(),
    title: z.string(),
    detail: z.string(),
    citations: z.array(z.string()),
    standing,
    status,
    statusReason: z.string(),
    /** What became of it. */
    risk: z.object({ id: idOut('risk'), number: z.number().int(), title: z.string() }).nullable(),
    actions: z.number().int(),
    createdAt: instantField,
    updatedAt: instantField,
    version: z.number().int(),
  })
  .meta({ id: 'Finding' });
export type FindingView = z.infer<typeof findingView>;

export const findingPage = pageOf(findingView)
  .extend({
    /** How many findings would change if the data flows were looked at again. */
    flowsOutdated: z.number().int(),
  })
  .meta({ id: 'FindingPage' });
export type FindingPage = z.infer<typeof findingPage>;

export const findingListQuery = z.strictObject({
  asOf: asOfField,
  ...pageQuery,
  status: status.optional(),
  standing: standing.optional(),
  source: source.optional(),
  q: text(200).optional(),
});
export type FindingListQuery = z.infer<typeof findingListQuery>;
export const findingExportQuery = findingListQuery.omit({ limit: true, cursor: true });
export type FindingExportQuery = z.infer<typeof findingExportQuery>;

const words = {
  title: line(300, 1),
  detail: text(5_000),
  citations: z.array(citationField).max(20, 'At most 20 citations.'),
  standing,
};

export const createFindingRequest = z
  .strictObject({
    ...words,
    detail: words.detail.default(''),
    citations: words.citations.default([]),
    standing: standing.default('gap'),
  })
  .meta({ id: 'CreateFindingRequest' });
export type CreateFindingRequest = z.infer<typeof createFindingRequest>;

export const updateFindingRequest = z
  .strictObject({ ...words, status, reason: text(2_000) })
  .partial()
  .meta({ id: 'UpdateFindingRequest' });
export type UpdateFindingRequest = z.infer<typeof updateFindingRequest>;

export const flowFindingChanges = z
  .object({
    opened: z.number().int(),
    changed: z.number().int(),
    resolved: z.number().int(),
    /** Of data flows that an undone import had brought in. */
    withdrawn: z.number().int(),
  })
  .meta({ id: 'InventoryFindingChanges' });
