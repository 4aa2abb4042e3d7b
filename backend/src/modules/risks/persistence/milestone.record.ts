import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';

@Entity('remediation_milestone')
export class MilestoneRecord {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'action_id' }) actionId!: string;
  @Column('text') title!: string;
  @Column('date', { name: 'due_on' }) dueOn!: CalendarDate;
  @Column('date', { name: 'done_on', nullable: true }) doneOn!: CalendarDate | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
