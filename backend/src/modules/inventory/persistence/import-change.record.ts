import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KeptReason } from '../domain/import/undo.js';

@Entity('import_change')
export class ImportChangeRecord {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'import_id' }) importId!: string;
  @Column('uuid', { name: 'subject_id' }) subjectId!: string;
  @Column('text', { name: 'subject_name' }) subjectName!: string;
  @Column('text', { name: 'subject_tag' }) subjectTag!: string;
  @Column('text') kind!: 'created' | 'changed';
  @Column('integer') version!: number;
  @Column('bytea', { nullable: true }) facts!: Buffer | null;
  @Column('text', { nullable: true }) undone!: 'withdrawn' | 'restored' | 'kept' | null;
  @Column('text', { name: 'kept_because', nullable: true }) keptBecause!: KeptReason | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
