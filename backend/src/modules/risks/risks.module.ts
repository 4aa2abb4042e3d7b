import { Module } from '@nestjs/common';
import { registerControllers, registerProviders } from './register.parts.js';
import './risks.audit.js';
import './risks.permissions.js';

/** Assessments, the risk register, the remediation plan and the sign-off. */
@Module({
  controllers: [...registerControllers],
  providers: [...registerProviders],
})
export class RisksModule {}
