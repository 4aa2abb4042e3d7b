import type { Provider, Type } from '@nestjs/common';
import type { JobHandler } from '../jobs/job-handler.js';
import './audit.audit.js';
import { VerifyAuditHandler } from './verify/verify-audit.handler.js';
import { VerifyAuditLog } from './verify/verify-audit-log.js';

/** What the worker process does for the audit log, besides sealing it. */
export const auditHandlers: Type<JobHandler>[] = [VerifyAuditHandler];
export const auditWorkerProviders: Provider[] = [VerifyAuditLog];
