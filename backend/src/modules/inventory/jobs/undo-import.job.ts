import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/define-job.js';

/** Takes back what an import made and changed. */
export const undoImport = defineJob(
  // Of any list: jobs that wait in a queue keep the name that they were given.
  'inventory.undo-asset-import',
  z.object({ importId: z.uuid(), jobRunId: z.uuid() }),
);
