import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the list is of. */
export type ImportKindName = 'assets' | 'data-flows';
export type ImportStatus = 'previewed' | 'committing' | 'committed' | 'undoing' | 'undone' | 'discarded';

export interface ImportResult {
  created: number;
  changed: number;
  unchanged: number;
  skipped: number;
}

export interface UndoResult {
  withdrawn: number;
  restored: number;
  kept: number;
}

@Entity('import_batch')
export class ImportBatchRecord {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: ImportKindName;
  @Column('text', { name: 'file_name' }) fileName!: string;
  @Column('text') status!: ImportStatus;
  @Column('bytea') rows!: Buffer;
  @Column('bytea', { nullable: true }) source!: Buffer | null;
  @Column('integer', { name: 'row_count' }) rowCount!: number;
  @Column('integer', { name: 'bad_row_count' }) badRowCount!: number;
  @Column('boolean', { name: 'skip_bad_rows', nullable: true }) skipBadRows!: boolean | null;
  @Column('uuid', { name: 'job_id', nullable: true }) jobId!: string | null;
  @Column('jsonb', { nullable: true }) result!: ImportResult | null;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('timestamptz', { name: 'committed_at', nullable: true }) committedAt!: Date | null;
  @Column('uuid', { name: 'undo_job_id', nullable: true }) undoJobId!: string | null;
  @Column('timestamptz', { name: 'undone_at', nullable: true }) undoneAt!: Date | null;
  @Column('jsonb', { name: 'undo_result', nullable: true }) undoResult!: UndoResult | null;
  @Column('integer') version!: number;
}
