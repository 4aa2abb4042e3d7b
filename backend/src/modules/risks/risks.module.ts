import { Module } from '@nestjs/common';
import './assessments.audit.js';
import './risks.permissions.js';
import { assessmentControllers, assessmentProviders } from './assessments.parts.js';

/** Assessments with their questions, findings and proposals; the risk register, the remediation plan and sign-off. */
@Module({
  controllers: [...assessmentControllers],
  providers: [...assessmentProviders],
})
export class RisksModule {}
