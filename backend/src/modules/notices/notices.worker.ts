import type { Type } from '@nestjs/common';
import type { JobHandler } from '../../platform/jobs/job-handler.js';
import { ActionAssignedHandler, ActionDoneHandler } from './jobs/action-notices.handler.js';
import { CriticalFoundHandler } from './jobs/critical-found.handler.js';
import {
  AssessmentApprovedHandler,
  AssessmentReturnedHandler,
  AssessmentSubmittedHandler,
} from './jobs/assessment-notices.handler.js';

/** Who tells people what others did. */
export const noticeHandlers: Type<JobHandler>[] = [
  AssessmentSubmittedHandler,
  AssessmentApprovedHandler,
  AssessmentReturnedHandler,
  ActionAssignedHandler,
  ActionDoneHandler,
  CriticalFoundHandler,
];
