import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  AssetKind,
  BackupState,
  EncryptionState,
  Hosting,
  Lifecycle,
  PhiActivity,
  PhiType,
} from '../domain/asset.js';

@Entity('asset')
export class AssetRecord {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') tag!: string;
  @Column('text') name!: string;
  @Column('text') kind!: AssetKind;
  @Column('text') description!: string;
  @Column('uuid', { name: 'site_id', nullable: true }) siteId!: string | null;
  @Column('text') location!: string;
  @Column('uuid', { name: 'owner_id', nullable: true }) ownerId!: string | null;
  @Column('text') hosting!: Hosting;
  @Column('text', { name: 'vendor_name' }) vendorName!: string;
  @Column('boolean', { name: 'holds_ephi' }) holdsEphi!: boolean;
  @Column('text', { name: 'phi_types', array: true }) phiTypes!: PhiType[];
  @Column('text', { name: 'phi_activities', array: true }) phiActivities!: PhiActivity[];
  @Column('integer', { name: 'phi_record_count', nullable: true }) phiRecordCount!: number | null;
  @Column('text', { name: 'encryption_at_rest' }) encryptionAtRest!: EncryptionState;
  @Column('text', { name: 'encryption_in_transit' }) encryptionInTransit!: EncryptionState;
  @Column('text') backup!: BackupState;
  @Column('boolean', { name: 'internet_facing' }) internetFacing!: boolean;
  @Column('boolean') portable!: boolean;
  @Column('text') lifecycle!: Lifecycle;
  @Column('bytea', { nullable: true }) notes!: Buffer | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('integer') version!: number;
}
