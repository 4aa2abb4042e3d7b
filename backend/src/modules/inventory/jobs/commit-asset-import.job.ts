import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/define-job.js';

/** Takes a previewed list over into the inventory. */
export const commitAssetImport = defineJob(
  'inventory.commit-asset-import',
  z.object({ importId: z.uuid(), jobRunId: z.uuid() }),
);
