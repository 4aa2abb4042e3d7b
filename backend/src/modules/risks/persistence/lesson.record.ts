import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import type { LessonKind } from '../domain/lesson.js';

@Entity('remediation_lesson')
export class LessonRecord {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'action_id' }) actionId!: string;
  @Column('text') kind!: LessonKind;
  @Column('text') title!: string;
  @Column('uuid', { name: 'owner_id' }) ownerId!: string;
  @Column('date', { name: 'due_on' }) dueOn!: CalendarDate;
  @Column('date', { name: 'done_on', nullable: true }) doneOn!: CalendarDate | null;
  @Column('uuid', { name: 'done_by', nullable: true }) doneBy!: string | null;
  @Column('uuid', { name: 'recorded_by' }) recordedBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('integer') version!: number;
}
