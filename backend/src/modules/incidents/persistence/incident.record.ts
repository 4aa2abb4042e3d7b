import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import type {
  Handling,
  IncidentKind,
  IncidentSource,
  PhiInvolved,
  Severity,
} from '../domain/response/incident-kinds.js';
import type { CloseOutcome, IncidentState } from '../domain/response/incident-states.js';

@Entity('incident')
export class IncidentRecord {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('integer') number!: number;
  @Column('text') title!: string;
  @Column('text') kind!: IncidentKind;
  @Column('text', { nullable: true }) severity!: Severity | null;
  @Column('text') state!: IncidentState;
  @Column('text', { name: 'handled_as' }) handledAs!: Handling;
  @Column('text', { name: 'phi_involved' }) phiInvolved!: PhiInvolved;
  @Column('text') source!: IncidentSource;
  @Column('bytea', { name: 'what_happened' }) whatHappened!: Buffer;
  @Column('bytea', { name: 'reporter_contact', nullable: true }) reporterContact!: Buffer | null;
  @Column('uuid', { name: 'reported_by', nullable: true }) reportedBy!: string | null;
  @Column('timestamptz', { name: 'reported_at' }) reportedAt!: Date;
  @Column('date', { name: 'occurred_on', nullable: true }) occurredOn!: CalendarDate | null;
  @Column('date', { name: 'noticed_on' }) noticedOn!: CalendarDate;
  @Column('boolean', { name: 'is_drill' }) isDrill!: boolean;
  @Column('uuid', { name: 'close_asked_by', nullable: true }) closeAskedBy!: string | null;
  @Column('timestamptz', { name: 'close_asked_at', nullable: true }) closeAskedAt!: Date | null;
  @Column('text', { name: 'close_outcome', nullable: true }) closeOutcome!: CloseOutcome | null;
  @Column('uuid', { name: 'closed_by', nullable: true }) closedBy!: string | null;
  @Column('date', { name: 'closed_on', nullable: true }) closedOn!: CalendarDate | null;
  @Column('date', { name: 'discovered_on', nullable: true }) discoveredOn!: CalendarDate | null;
  @Column('integer', { nullable: true }) individuals!: number | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('integer') version!: number;
}

export const incidentRecords = [IncidentRecord];
