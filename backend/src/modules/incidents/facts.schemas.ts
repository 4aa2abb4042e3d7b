import { z } from 'zod';
import { idOut, instantField, text } from '../../platform/http/schemas.js';
import { breachClockView, breachFacts } from './breach-clock.schemas.js';

const member = z.object({ id: idOut('member'), name: z.string() });

export const incidentFactsView = z
  .object({
    revision: z.int(),
    facts: breachFacts,
    clock: breachClockView,
    /** Why the facts were written anew, each time. */
    history: z.array(
      z.object({
        revision: z.int(),
        reason: z.string(),
        writtenBy: member.nullable(),
        writtenAt: instantField,
      }),
    ),
    mayChange: z.boolean(),
  })
  .meta({ id: 'IncidentFacts' });
export type IncidentFactsView = z.infer<typeof incidentFactsView>;

export const writeFactsRequest = z
  .strictObject({
    /** The revision that the person saw. */
    seenRevision: z.int(),
    facts: breachFacts,
    reason: text(2_000, 3),
  })
  .meta({ id: 'WriteIncidentFactsRequest' });
export type WriteFactsRequest = z.output<typeof writeFactsRequest>;
