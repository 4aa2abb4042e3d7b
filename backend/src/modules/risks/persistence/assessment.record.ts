import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AssessmentStatus } from '../domain/assessment-status.js';

@Entity('assessment')
export class AssessmentRecord {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') title!: string;
  @Column('text') status!: AssessmentStatus;
  @Column('text') scope!: string;
  @Column('text', { name: 'questionnaire_pack' }) questionnairePack!: string;
  @Column('text', { name: 'questionnaire_version' }) questionnaireVersion!: string;
  @Column('text', { name: 'threats_pack' }) threatsPack!: string;
  @Column('text', { name: 'threats_version' }) threatsVersion!: string;
  /** Null, like the version: scaleId is a version of the organization's own scale. */
  @Column('text', { name: 'scales_pack', nullable: true }) scalesPack!: string | null;
  @Column('text', { name: 'scales_version', nullable: true }) scalesVersion!: string | null;
  @Column('text', { name: 'scale_id' }) scaleId!: string;
  @Column('uuid', { name: 'previous_id', nullable: true }) previousId!: string | null;
  /** Took over the register of the signed analysis before it. */
  @Column('boolean', { name: 'carries_register' }) carriesRegister!: boolean;
  @Column('date', { name: 'started_on' }) startedOn!: string;
  @Column('uuid', { name: 'prepared_by' }) preparedBy!: string;
  @Column('uuid', { name: 'submitted_by', nullable: true }) submittedBy!: string | null;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  @Column('jsonb') checklist!: Record<string, { met: boolean; note: string; by: string; at: string }>;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('integer') version!: number;
}
