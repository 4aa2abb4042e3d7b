import type { Provider, Type } from '@nestjs/common';
import type { JobHandler } from '../../platform/jobs/job-handler.js';
import './inventory.audit.js';
import { CommitImport } from './application/commit-import.js';
import { UndoImport } from './application/undo-import.js';
import { CommitAssetImportHandler } from './jobs/commit-asset-import.handler.js';
import { UndoAssetImportHandler } from './jobs/undo-asset-import.handler.js';

/** What the worker process does for the inventory. */
export const inventoryHandlers: Type<JobHandler>[] = [CommitAssetImportHandler, UndoAssetImportHandler];
export const inventoryWorkerProviders: Provider[] = [CommitImport, UndoImport];
