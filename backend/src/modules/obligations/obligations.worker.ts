import type { Type } from '@nestjs/common';
import type { JobHandler, ScheduledTask } from '../../platform/jobs/job-handler.js';
import './obligations.audit.js';
import { FollowZone } from './jobs/follow-zone.task.js';
import { RemindHandler } from './jobs/remind.handler.js';
import { RemindOfDue } from './jobs/remind-of-due.task.js';

/** The clock: what the worker process does for obligations. */
export const obligationHandlers: Type<JobHandler>[] = [RemindHandler];
export const obligationTasks: Type<ScheduledTask>[] = [RemindOfDue, FollowZone];
