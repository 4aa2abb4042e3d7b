import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import type { AgreementStatus } from '../domain/agreement.js';

@Entity('vendor')
export class VendorRecord {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') service!: string;
  @Column('text', { name: 'contact_email', nullable: true }) contactEmail!: string | null;
  @Column('text', { name: 'agreement_status' }) agreementStatus!: AgreementStatus;
  @Column('text', { name: 'agreement_not_required_reason' }) agreementNotRequiredReason!: string;
  @Column('date', { name: 'agreement_signed_on', nullable: true }) agreementSignedOn!: CalendarDate | null;
  @Column('date', { name: 'agreement_ends_on', nullable: true }) agreementEndsOn!: CalendarDate | null;
  @Column('boolean') active!: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('integer') version!: number;
}

export const vendorRecords = [VendorRecord];
