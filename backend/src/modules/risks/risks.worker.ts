import type { Provider, Type } from '@nestjs/common';
import type { JobHandler, ScheduledTask } from '../../platform/jobs/job-handler.js';
import './assessments.audit.js';
import './risks.audit.js';
import './risks.follow-inventory.js';
import { FollowInventory } from './application/follow-inventory.js';
import { RefreshInventoryFindings } from './application/refresh-inventory-findings.js';
import { FollowDays } from './jobs/follow-days.task.js';
import { FollowInventoryHandler } from './jobs/follow-inventory.handler.js';

/** What the worker process does for analyses: drafts follow the inventory. */
export const riskHandlers: Type<JobHandler>[] = [FollowInventoryHandler];
export const riskTasks: Type<ScheduledTask>[] = [FollowDays];
export const riskWorkerProviders: Provider[] = [RefreshInventoryFindings, FollowInventory];
