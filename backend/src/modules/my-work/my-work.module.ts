import { Module } from '@nestjs/common';
import { RisksModule } from '../risks/index.js';
import { FirstSteps } from './application/first-steps.js';
import { NextOrganizationStep } from './application/next-organization-step.js';
import { ShowMyWork } from './application/show-my-work.js';
import { MyWorkController } from './http/my-work.controller.js';

/** Home: what is on one's desk. */
@Module({
  imports: [RisksModule],
  controllers: [MyWorkController],
  providers: [ShowMyWork, NextOrganizationStep, FirstSteps],
})
export class MyWorkModule {}
