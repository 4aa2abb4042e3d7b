import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/define-job.js';

/** Takes back what a file of a scanner made and changed. */
export const undoScan = defineJob(
  'vulnerabilities.undo-scan',
  z.object({ scanId: z.uuid(), jobRunId: z.uuid() }),
);
