import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import type { ActionStatus } from '../domain/action-transitions.js';

/** Money is bigint in the table and a whole number here: cents stay far below 2^53. */
const cents = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

@Entity('remediation_action')
export class RemediationActionRecord {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'assessment_id' }) assessmentId!: string;
  /** The analysis from which it was last carried on; null where it was planned where it is. */
  @Column('uuid', { name: 'carried_from', nullable: true }) carriedFrom!: string | null;
  @Column('timestamptz', { name: 'carried_at', nullable: true }) carriedAt!: Date | null;
  @Column('uuid', { name: 'risk_id', nullable: true }) riskId!: string | null;
  @Column('uuid', { name: 'finding_id', nullable: true }) findingId!: string | null;
  @Column('integer') number!: number;
  @Column('text') title!: string;
  @Column('text') description!: string;
  @Column('uuid', { name: 'owner_id', nullable: true }) ownerId!: string | null;
  @Column('date', { name: 'due_on', nullable: true }) dueOn!: CalendarDate | null;
  @Column('bigint', { name: 'budget_cents', nullable: true, transformer: cents }) budgetCents!: number | null;
  @Column('bigint', { name: 'spent_cents', nullable: true, transformer: cents }) spentCents!: number | null;
  @Column('bigint', { name: 'yearly_budget_cents', nullable: true, transformer: cents }) yearlyBudgetCents!:
    number | null;
  @Column('bigint', { name: 'yearly_spent_cents', nullable: true, transformer: cents }) yearlySpentCents!:
    number | null;
  /** Why nothing shows that it was done; empty where evidence does, and before it is done. */
  @Column('text', { name: 'no_evidence_reason' }) noEvidenceReason!: string;
  @Column('text') status!: ActionStatus;
  @Column('text', { name: 'status_reason' }) statusReason!: string;
  @Column('date', { name: 'completed_on', nullable: true }) completedOn!: CalendarDate | null;
  @Column('uuid', { name: 'completed_by', nullable: true }) completedBy!: string | null;
  @Column('uuid', { name: 'validated_by', nullable: true }) validatedBy!: string | null;
  @Column('timestamptz', { name: 'validated_at', nullable: true }) validatedAt!: Date | null;
  @Column('text', { name: 'validation_note' }) validationNote!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('integer') version!: number;
}
