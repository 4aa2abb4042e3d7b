import type { Type } from '@nestjs/common';
import type { JobHandler, ScheduledTask } from '../../platform/jobs/job-handler.js';
import './notices.audit.js';
import { ActionAssignedHandler, ActionDoneHandler } from './jobs/action-notices.handler.js';
import { CriticalFoundHandler } from './jobs/critical-found.handler.js';
import { DecisionWaitsHandler } from './jobs/decision-waits.handler.js';
import { IncidentReportedHandler } from './jobs/incident-reported.handler.js';
import { RemindOfWaiting } from './jobs/remind-of-waiting.task.js';
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
  IncidentReportedHandler,
  DecisionWaitsHandler,
];
/** Who reminds of what nobody does. */
export const noticeTasks: Type<ScheduledTask>[] = [RemindOfWaiting];
