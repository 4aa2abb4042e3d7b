import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('organization')
export class OrganizationRecord {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId!: string;
  @Column('text') name!: string;
  @Column('text') kind!: 'covered-entity' | 'business-associate';
  @Column('text', { name: 'time_zone' }) timeZone!: string;
  @Column('smallint', { name: 'fiscal_year_start_month' }) fiscalYearStartMonth!: number;
  @Column('integer', { name: 'workforce_size', nullable: true }) workforceSize!: number | null;
  /** PostgreSQL's bigint comes as text. */
  @Column('bigint', { name: 'annual_security_budget_cents', nullable: true }) annualSecurityBudgetCents!:
    string | null;
  @Column('smallint', { name: 'idle_minutes' }) idleMinutes!: number;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('integer') version!: number;
}
