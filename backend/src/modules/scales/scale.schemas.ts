import { z } from 'zod';
import {
  calendarDateField,
  idIn,
  idOut,
  instantField,
  line,
  pageOf,
  pageQuery,
  text,
} from '../../platform/http/schemas.js';
import { MOST, SCALE_STATUSES, type OwnScale } from './domain/own-scale.js';

const LIMITS = { title: 120, reason: 2_000, label: 60, words: 1_000 } as const;
/** More rows than a scale may have can be on their way; beyond this nobody means a scale. */
const MOST_SENT = 2 * MOST;

export const scaleStatus = z.enum(SCALE_STATUSES).meta({ id: 'ScaleStatus' });
const stepId = z.string().regex(/^step-[1-9][0-9]{0,3}$/, 'Ids of steps read step-1, step-2 and so on.');
const levelId = z.string().regex(/^level-[1-9][0-9]{0,3}$/, 'Ids of levels read level-1, level-2 and so on.');
const step = z.strictObject({
  id: stepId,
  label: line(LIMITS.label),
  meaning: text(LIMITS.words),
  everyday: text(LIMITS.words).default(''),
});
const level = z.strictObject({
  id: levelId,
  label: line(LIMITS.label),
  meaning: text(LIMITS.words),
  responseGuide: text(LIMITS.words),
});
const once = (rows: { id: string }[]): boolean => new Set(rows.map(({ id }) => id)).size === rows.length;
const steps = z.array(step).max(MOST_SENT).refine(once, 'An id stands here twice.');

/** From the least to the most; a cell is the id of a level, or empty as long as nobody chose. */
export const scaleContent = z
  .strictObject({
    likelihood: steps,
    impact: steps,
    levels: z.array(level).max(MOST_SENT).refine(once, 'An id stands here twice.'),
    matrix: z.record(stepId, z.record(stepId, z.union([levelId, z.literal('')]))),
  })
  .meta({ id: 'ScaleContent' });

const reason = text(LIMITS.reason);
export const draftScaleRequest = z
  .strictObject({
    /** Of the pack's scale that it begins from; for a new version, the version that it begins from. */
    from: z.union([
      z.strictObject({ packScale: z.string().max(80) }),
      z.strictObject({ version: idIn('scale') }),
    ]),
    title: line(LIMITS.title, 1),
    reason: reason.default(''),
  })
  .meta({ id: 'DraftScaleRequest' });
export type DraftScaleRequest = z.infer<typeof draftScaleRequest>;
export const updateScaleRequest = z
  .strictObject({ title: line(LIMITS.title, 1), reason, content: scaleContent })
  .partial()
  .meta({ id: 'UpdateScaleRequest' });
export type UpdateScaleRequest = Partial<{ title: string; reason: string; content: OwnScale }>;
export const returnScaleRequest = z
  .strictObject({ note: text(LIMITS.reason, 3) })
  .meta({ id: 'ReturnScaleRequest' });
export type ReturnScaleRequest = z.infer<typeof returnScaleRequest>;
export const retireScaleRequest = z
  .strictObject({ reason: text(LIMITS.reason, 3) })
  .meta({ id: 'RetireScaleRequest' });
export type RetireScaleRequest = z.infer<typeof retireScaleRequest>;

const member = z.object({ id: idOut('member'), name: z.string() });
const head = {
  id: idOut('scale'),
  title: z.string(),
  /** 1 for the first version of a scale. */
  number: z.int(),
  status: scaleStatus,
  reason: z.string(),
  adoptedBy: member.nullable(),
  adoptedOn: calendarDateField.nullable(),
  updatedAt: instantField,
  version: z.int(),
};
export const scaleItem = z
  .object({
    ...head,
    /** How many steps of likelihood, of impact, and levels. */
    size: z.object({ likelihood: z.int(), impact: z.int(), levels: z.int() }),
    /** Analyses that rate by this version. */
    analyses: z.int(),
  })
  .meta({ id: 'ScaleItem' });
export type ScaleItem = z.infer<typeof scaleItem>;
export const scalePage = pageOf(scaleItem).meta({ id: 'ScalePage' });
export const scaleListQuery = z.object({
  status: scaleStatus.optional(),
  sort: z.enum(['title', '-updatedAt']).default('title'),
  ...pageQuery,
  cursor: z.string().max(2_000).optional(),
});
export type ScaleListQuery = z.infer<typeof scaleListQuery>;
export const scaleExportQuery = scaleListQuery.omit({ limit: true, cursor: true });
export type ScaleExportQuery = z.infer<typeof scaleExportQuery>;

const viewedStep = z.object({
  id: z.string(),
  label: z.string(),
  meaning: z.string(),
  everyday: z.string(),
  /** 0 the least to 10 the most. */
  value: z.number(),
});
const viewedLevel = z.object({
  id: z.string(),
  label: z.string(),
  meaning: z.string(),
  responseGuide: z.string(),
  /** 0 the lowest to 100 the highest. */
  rank: z.int(),
});
export const SCALE_ACTIONS = ['edit', 'propose', 'discard', 'adopt', 'return', 'retire', 'renew'] as const;
export const scaleView = z
  .object({
    ...head,
    content: z.object({
      likelihood: z.array(viewedStep),
      impact: z.array(viewedStep),
      levels: z.array(viewedLevel),
      matrix: z.record(z.string(), z.record(z.string(), z.string())),
    }),
    /** The scale that it began from, where that is one of a pack. */
    basedOnPack: z.string().nullable(),
    createdBy: member,
    createdAt: instantField,
    proposedBy: member.nullable(),
    proposedAt: instantField.nullable(),
    returned: z.object({ by: member, note: z.string() }).nullable(),
    /** SHA-256, in hexadecimal, of the canonical JSON of what was adopted. */
    contentHash: z.string().nullable(),
    ended: z.object({ by: member, at: instantField, reason: z.string() }).nullable(),
    /** What keeps it from being proposed, by field. */
    problems: z.array(z.object({ path: z.string(), message: z.string() })),
    warnings: z.array(z.string()),
    /** Against the version before; null for the first. */
    changes: z
      .object({
        since: z.object({ id: idOut('scale'), number: z.int() }),
        rows: z.array(
          z.object({
            part: z.enum(['likelihood', 'impact', 'levels']),
            change: z.enum(['added', 'removed', 'changed', 'moved']),
            label: z.string(),
            earlierLabel: z.string().nullable(),
            fields: z.array(z.string()),
          }),
        ),
        cells: z.array(
          z.object({ likelihood: z.string(), impact: z.string(), from: z.string(), to: z.string() }),
        ),
      })
      .nullable(),
    /** All versions of this scale, the newest first; at most 100. */
    versions: z.array(z.object({ id: idOut('scale'), number: z.int(), status: scaleStatus })),
    /** Analyses that rate by this version, those in work first; at most 20. */
    analyses: z.array(z.object({ id: idOut('assessment'), title: z.string(), signed: z.boolean() })),
    allowedActions: z.array(z.enum(SCALE_ACTIONS)),
  })
  .meta({ id: 'OwnScale' });
export type ScaleView = z.infer<typeof scaleView>;
export const scaleId = idIn('scale');
