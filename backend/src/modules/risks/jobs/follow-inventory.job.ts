import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/define-job.js';

/** Which draft, and what of it, is looked up when the work is done. */
export const followInventory = defineJob('risks.follow-inventory', z.object({}));
