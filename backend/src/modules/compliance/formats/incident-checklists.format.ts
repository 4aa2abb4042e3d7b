import { z } from 'zod';
import { CHECKLIST_PHASES, CHECKLIST_ROLES, type IncidentChecklists } from '../domain/incident-checklists.js';
import { citation, head, rowId, sentence } from './fields.js';

const HOURS_OF_A_YEAR = 8_784;

export const incidentChecklists: z.ZodType<IncidentChecklists> = z.strictObject({
  ...head('incident-checklists'),
  kinds: z
    .array(z.strictObject({ id: rowId, name: sentence.max(60), chooseWhen: sentence }))
    .min(1)
    .max(40),
  tasks: z
    .array(
      z.strictObject({
        id: rowId,
        kinds: z.array(rowId).min(1).max(40),
        phase: z.enum(CHECKLIST_PHASES),
        role: z.enum(CHECKLIST_ROLES),
        title: sentence.max(90),
        why: sentence,
        citations: z.array(citation).max(10),
        withinHours: z.int().min(1).max(HOURS_OF_A_YEAR).nullable(),
      }),
    )
    .min(1)
    .max(400),
});
