import { Module } from '@nestjs/common';
import { ObligationsModule } from '../obligations/index.js';
import './assessments.audit.js';
import './risks.inventory-uses.js';
import './risks.audit.js';
import './risks.follow-inventory.js';
import './risks.follow-scans.js';
import './risks.permissions.js';
import './risks.severe-uses.js';
import { ShowAssessment } from './application/show-assessment.js';
import { assessmentControllers, assessmentProviders } from './assessments.parts.js';
import { registerControllers, registerProviders } from './register.parts.js';

/** Assessments with their questions, findings and proposals; the risk register, the remediation plan and sign-off. */
@Module({
  imports: [ObligationsModule],
  controllers: [...assessmentControllers, ...registerControllers],
  providers: [...assessmentProviders, ...registerProviders],
  exports: [ShowAssessment],
})
export class RisksModule {}
