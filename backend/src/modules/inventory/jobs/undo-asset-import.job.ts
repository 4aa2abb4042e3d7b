import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/define-job.js';

/** Takes back what an import made and changed. */
export const undoAssetImport = defineJob(
  'inventory.undo-asset-import',
  z.object({ importId: z.uuid(), jobRunId: z.uuid() }),
);
