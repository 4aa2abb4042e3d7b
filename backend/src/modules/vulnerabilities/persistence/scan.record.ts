import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ScanStatus = 'previewed' | 'committed' | 'undoing' | 'undone' | 'discarded';
export type ScanFormat = 'sarif' | 'csv';

/** What a file did when it was taken over. */
export interface ScanResult {
  added: number;
  seenAgain: number;
  cameBack: number;
  notSeen: number;
  closed: number;
  skipped: number;
  /** Rows that said what another row of the file says. Files of before this was counted have none. */
  repeated?: number;
  /** Which asset a person chose for the results of a run that name none; ids are plain UUIDs here. */
  runs?: { run: number; tool: string; asset: { id: string; tag: string; name: string }; results: number }[];
}

/** What an undo took out, brought back to what it was, and left; vulnerabilities, not rows. */
export interface ScanUndoResult {
  withdrawn: number;
  restored: number;
  kept: number;
}

@Entity('scan')
export class ScanRecord {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'file_name' }) fileName!: string;
  @Column('text') format!: ScanFormat;
  @Column('text') status!: ScanStatus;
  @Column('bytea', { nullable: true }) content!: Buffer | null;
  @Column('integer', { name: 'row_count' }) rowCount!: number;
  @Column('date', { name: 'scanned_on' }) scannedOn!: string;
  @Column('boolean', { name: 'is_complete', nullable: true }) isComplete!: boolean | null;
  @Column('jsonb', { nullable: true }) result!: ScanResult | null;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('timestamptz', { name: 'committed_at', nullable: true }) committedAt!: Date | null;
  @Column('uuid', { name: 'undo_job_id', nullable: true }) undoJobId!: string | null;
  @Column('timestamptz', { name: 'undone_at', nullable: true }) undoneAt!: Date | null;
  @Column('jsonb', { name: 'undo_result', nullable: true }) undoResult!: ScanUndoResult | null;
  @Column('integer') version!: number;
}
