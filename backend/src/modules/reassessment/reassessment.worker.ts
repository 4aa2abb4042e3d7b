import type { Type } from '@nestjs/common';
import type { ScheduledTask } from '../../platform/jobs/job-handler.js';
import './reassessment.audit.js';
import './reassessment.follow-records.js';
import { WatchChanges } from './jobs/watch-changes.task.js';

/** What the worker process does: it notes changes with the imports it runs, and those that time brings. */
export const reassessmentTasks: Type<ScheduledTask>[] = [WatchChanges];
