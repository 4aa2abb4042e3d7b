import { z } from 'zod';
import {
  calendarDateField,
  idIn,
  idOut,
  instantField,
  pageOf,
  pageQuery,
} from '../../platform/http/schemas.js';
import { OBLIGATION_KINDS } from './domain/obligation.js';

const kind = z.enum(OBLIGATION_KINDS);
const status = z.enum(['open', 'met', 'cancelled']);
const person = z.object({ id: idOut('member'), name: z.string() });

export const obligationQuery = z.object({
  ...pageQuery,
  status: status.optional(),
  kind: kind.optional(),
  ownerId: idIn('member').optional(),
  dueBefore: calendarDateField.optional(),
});
export type ObligationQuery = z.infer<typeof obligationQuery>;

export const obligationExportQuery = obligationQuery.omit({ limit: true, cursor: true });
export type ObligationExportQuery = z.infer<typeof obligationExportQuery>;

const summary = {
  id: idOut('obligation'),
  kind,
  kindLabel: z.string(),
  title: z.string(),
  dueOn: calendarDateField,
  status,
  isOverdue: z.boolean(),
  citation: z.string(),
  owner: person.nullable(),
  subjectType: z.string(),
  /** The page of what is due. */
  href: z.string(),
  metOn: calendarDateField.nullable(),
};
export const obligationPage = pageOf(z.object(summary).meta({ id: 'ObligationItem' })).meta({
  id: 'ObligationPage',
});

export const obligationView = z
  .object({
    ...summary,
    statusReason: z.string(),
    timeZone: z.string(),
    /** By which rule or convention the date was computed, and from what. */
    ruleVersion: z.string(),
    facts: z.record(z.string(), z.unknown()),
    createdAt: instantField,
    changes: z.array(
      z.object({
        fromDueOn: calendarDateField.nullable(),
        toDueOn: calendarDateField.nullable(),
        fromStatus: status.nullable(),
        toStatus: status,
        reason: z.string(),
        changedBy: person.nullable(),
        changedAt: instantField,
      }),
    ),
    milestones: z.array(
      z.object({
        name: z.string(),
        remindOn: calendarDateField,
        remindAt: instantField,
        state: z.enum(['waiting', 'sent', 'skipped', 'cancelled']),
      }),
    ),
    version: z.number().int(),
  })
  .meta({ id: 'Obligation' });
