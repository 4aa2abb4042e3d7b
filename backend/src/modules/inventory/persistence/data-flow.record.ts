import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PhiType } from '../domain/asset.js';
import type { Counterparty, TransportSecurity } from '../domain/data-flow.js';

@Entity('data_flow')
export class DataFlowRecord {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('uuid', { name: 'from_asset_id', nullable: true }) fromAssetId!: string | null;
  @Column('uuid', { name: 'from_vendor_id', nullable: true }) fromVendorId!: string | null;
  @Column('text', { name: 'from_party', nullable: true }) fromParty!: string | null;
  @Column('uuid', { name: 'to_asset_id', nullable: true }) toAssetId!: string | null;
  @Column('uuid', { name: 'to_vendor_id', nullable: true }) toVendorId!: string | null;
  @Column('text', { name: 'to_party', nullable: true }) toParty!: string | null;
  @Column('text') counterparty!: Counterparty;
  @Column('text', { name: 'phi_types', array: true }) phiTypes!: PhiType[];
  @Column('text') purpose!: string;
  @Column('text', { name: 'minimum_necessary' }) minimumNecessary!: string;
  @Column('text', { name: 'transport_method' }) transportMethod!: string;
  @Column('text', { name: 'transport_security' }) transportSecurity!: TransportSecurity;
  @Column('boolean') offshore!: boolean;
  @Column('boolean') active!: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('integer') version!: number;
}
