import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/define-job.js';

/** Takes a previewed list over into the inventory. */
export const commitImport = defineJob(
  // Of any list: jobs that wait in a queue keep the name that they were given.
  'inventory.commit-asset-import',
  z.object({ importId: z.uuid(), jobRunId: z.uuid() }),
);
