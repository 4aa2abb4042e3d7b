import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/define-job.js';

export const importPack = defineJob(
  'compliance.import-pack',
  z.object({
    fileId: z.uuid(),
    /** Whether the stored bytes are those of a file, so that their hash says which file it was. */
    isUpload: z.boolean(),
    jobRunId: z.uuid(),
  }),
  { attempts: 3 },
);
