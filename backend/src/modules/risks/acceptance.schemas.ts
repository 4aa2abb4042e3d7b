import { z } from 'zod';
import { calendarDateField, idOut, instantField, text } from '../../platform/http/schemas.js';
import { ACCEPTANCE_STANDINGS } from './domain/acceptance.js';

const person = z.object({ id: idOut('member'), name: z.string() });

export const acceptanceStanding = z.enum(ACCEPTANCE_STANDINGS);

export const acceptanceView = z
  .object({
    id: idOut('acceptance'),
    reason: z.string(),
    untilOn: calendarDateField,
    standing: acceptanceStanding,
    askedBy: person,
    askedAt: instantField,
    decidedBy: person.nullable(),
    decidedAt: instantField.nullable(),
    decisionNote: z.string(),
    /** SHA-256, in hexadecimal, of the risk as it was accepted. */
    stateHash: z.string(),
    /** What of the risk is no longer as it was accepted: names of its fields. */
    changedFields: z.array(z.string()),
    staleAt: instantField.nullable(),
    version: z.number().int(),
    allowedActions: z.array(z.enum(['approve', 'refuse', 'withdraw'])),
  })
  .meta({ id: 'RiskAcceptance' });
export type AcceptanceView = z.infer<typeof acceptanceView>;

export const askAcceptanceRequest = z
  .strictObject({ reason: text(2_000, 3), untilOn: calendarDateField })
  .meta({ id: 'AskRiskAcceptanceRequest' });
export type AskAcceptanceRequest = z.infer<typeof askAcceptanceRequest>;

export const decideAcceptanceRequest = z
  .strictObject({
    decision: z.enum(['approve', 'refuse', 'withdraw'], { error: 'Choose one of the given.' }),
    note: text(2_000).default(''),
  })
  .meta({ id: 'DecideRiskAcceptanceRequest' });
export type DecideAcceptanceRequest = z.infer<typeof decideAcceptanceRequest>;
