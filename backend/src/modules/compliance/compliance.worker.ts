import type { Provider, Type } from '@nestjs/common';
import type { JobHandler } from '../../platform/jobs/job-handler.js';
import './compliance.audit.js';
import { ImportPack } from './application/import-pack.js';
import { ImportPackHandler } from './jobs/import-pack.handler.js';

/** What the worker process does for the packs. */
export const complianceHandlers: Type<JobHandler>[] = [ImportPackHandler];
export const complianceWorkerProviders: Provider[] = [ImportPack];
