import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RiskStatus, Treatment } from '../domain/risk.js';

@Entity('risk')
export class RiskRecord {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'assessment_id' }) assessmentId!: string;
  @Column('integer') number!: number;
  @Column('text') title!: string;
  @Column('text') description!: string;
  @Column('text', { name: 'pair_id', nullable: true }) pairId!: string | null;
  @Column('text', { name: 'threat_id', nullable: true }) threatId!: string | null;
  @Column('text', { name: 'vulnerability_id', nullable: true }) vulnerabilityId!: string | null;
  @Column('uuid', { name: 'asset_id', nullable: true }) assetId!: string | null;
  @Column('uuid', { name: 'data_flow_id', nullable: true }) dataFlowId!: string | null;
  @Column('uuid', { name: 'finding_id', nullable: true }) findingId!: string | null;
  @Column('text', { name: 'inherent_likelihood', nullable: true }) inherentLikelihood!: string | null;
  @Column('text', { name: 'inherent_impact', nullable: true }) inherentImpact!: string | null;
  @Column('text', { name: 'inherent_level', nullable: true }) inherentLevel!: string | null;
  @Column('smallint', { name: 'inherent_rank', nullable: true }) inherentRank!: number | null;
  @Column('text') safeguards!: string;
  @Column('text', { name: 'safeguard_ids', array: true }) safeguardIds!: string[];
  @Column('text', { name: 'residual_likelihood', nullable: true }) residualLikelihood!: string | null;
  @Column('text', { name: 'residual_impact', nullable: true }) residualImpact!: string | null;
  @Column('text', { name: 'residual_level', nullable: true }) residualLevel!: string | null;
  @Column('smallint', { name: 'residual_rank', nullable: true }) residualRank!: number | null;
  @Column('text', { name: 'rating_reason' }) ratingReason!: string;
  @Column('text', { nullable: true }) treatment!: Treatment | null;
  @Column('text', { name: 'treatment_reason' }) treatmentReason!: string;
  @Column('uuid', { name: 'owner_id', nullable: true }) ownerId!: string | null;
  @Column('text') status!: RiskStatus;
  @Column('uuid', { name: 'rated_by', nullable: true }) ratedBy!: string | null;
  @Column('timestamptz', { name: 'rated_at', nullable: true }) ratedAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('integer') version!: number;
}
