import type { Provider, Type } from '@nestjs/common';
import type { JobHandler } from '../../platform/jobs/job-handler.js';
import './inventory.audit.js';
import { CommitImport } from './application/commit-import.js';
import { UndoImport } from './application/undo-import.js';
import { CommitImportHandler } from './jobs/commit-import.handler.js';
import { UndoImportHandler } from './jobs/undo-import.handler.js';

/** What the worker process does for the inventory. */
export const inventoryHandlers: Type<JobHandler>[] = [CommitImportHandler, UndoImportHandler];
export const inventoryWorkerProviders: Provider[] = [CommitImport, UndoImport];
