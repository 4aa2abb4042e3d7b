import { z } from 'zod';
import { defineJob } from '../../jobs/define-job.js';

export const verifyAuditJob = defineJob('audit.verify', z.object({ jobRunId: z.uuid() }), { attempts: 3 });
