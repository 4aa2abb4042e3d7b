import { z } from 'zod';
import { idIn, idOut, instantField, text } from '../../platform/http/schemas.js';
import { actionStatus, memberName, packId, rating, riskStatus } from './risk.schemas.js';

/** Ids of the scale's steps and level. */
const stored = z.object({ likelihood: z.string(), impact: z.string(), level: z.string() });

/** A risk that an action lowers. Ratings are told to those who may see the register. */
export const actionEffect = z
  .object({
    risk: z.object({ id: idOut('risk'), number: z.number().int(), title: z.string() }),
    status: riskStatus,
    /** What remains of it today; where nobody said, what it is without safeguards. */
    now: rating,
    expected: rating,
    /** Against this one it was planned: it stays. */
    isMain: z.boolean(),
    /** Whether who checks the action decides if the risk moves to what is expected. */
    isToDecide: z.boolean(),
    riskVersion: z.number().int(),
    /** What those decided who checked the action, the oldest first. */
    outcomes: z.array(
      z.object({
        outcome: z.enum(['moved', 'left']),
        reason: z.string(),
        from: stored.nullable(),
        to: stored,
        by: memberName,
        at: instantField,
      }),
    ),
  })
  .meta({ id: 'ActionEffect' });
export type ActionEffectView = z.infer<typeof actionEffect>;

/** Both, or neither: then it is open what will remain. */
const expected = {
  expectedLikelihood: packId.nullable().default(null),
  expectedImpact: packId.nullable().default(null),
};
export const expectedFields = expected;

export const setEffectRequest = z.strictObject(expected).meta({ id: 'SetEffectRequest' });
export type SetEffectRequest = z.infer<typeof setEffectRequest>;

/** One decision for each risk of the action that is to be decided about. */
export const validateActionRequest = z
  .strictObject({
    note: text(2_000, 3),
    risks: z
      .array(
        z.strictObject({
          riskId: idIn('risk'),
          /** The version that the person saw. */
          riskVersion: z.number().int(),
          /** Nothing is moved that nobody said should move. */
          decision: z.enum(['move', 'leave'], { error: 'Say whether it moves, or stays where it is.' }),
          reason: text(2_000).default(''),
        }),
      )
      .max(50, 'At most 50 risks.')
      .default([]),
  })
  .meta({ id: 'ValidateActionRequest' });
export type ValidateActionRequest = z.infer<typeof validateActionRequest>;
export type RiskDecision = ValidateActionRequest['risks'][number];

/** An action on the other side of a dependency. Title and date are told to those who may see it. */
export const linkedAction = z
  .object({
    id: idOut('action'),
    number: z.number().int(),
    title: z.string().nullable(),
    status: actionStatus,
    dueOn: z.string().nullable(),
  })
  .meta({ id: 'LinkedAction' });
export type LinkedAction = z.infer<typeof linkedAction>;

export const addDependencyRequest = z
  .strictObject({ waitsForId: idIn('action') })
  .meta({ id: 'AddDependencyRequest' });
