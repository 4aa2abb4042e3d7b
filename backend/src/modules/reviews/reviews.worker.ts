import type { Type } from '@nestjs/common';
import type { ScheduledTask } from '../../platform/jobs/job-handler.js';
import './reviews.audit.js';
import './reviews.inventory-uses.js';
import { WatchReviews } from './jobs/watch-reviews.task.js';

/** What the worker process does: it names what is due to be looked at. */
export const reviewTasks: Type<ScheduledTask>[] = [WatchReviews];
