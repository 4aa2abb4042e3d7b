import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FindingSource, FindingStanding, FindingStatus } from '../domain/finding.js';

@Entity('finding')
export class FindingRecord {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'assessment_id' }) assessmentId!: string;
  @Column('text') source!: FindingSource;
  @Column('text', { name: 'source_key' }) sourceKey!: string;
  @Column('text') title!: string;
  @Column('text') detail!: string;
  @Column('text', { array: true }) citations!: string[];
  @Column('text') standing!: FindingStanding;
  @Column('text') status!: FindingStatus;
  @Column('text', { name: 'status_reason' }) statusReason!: string;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('integer') version!: number;
}
