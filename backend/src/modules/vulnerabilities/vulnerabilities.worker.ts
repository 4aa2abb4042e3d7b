import type { Provider, Type } from '@nestjs/common';
import type { JobHandler } from '../../platform/jobs/job-handler.js';
import './vulnerabilities.audit.js';
import { UndoScan } from './application/undo-scan.js';
import { UndoScanHandler } from './jobs/undo-scan.handler.js';

/** What the worker process does for vulnerabilities. */
export const vulnerabilityHandlers: Type<JobHandler>[] = [UndoScanHandler];
export const vulnerabilityWorkerProviders: Provider[] = [UndoScan];
