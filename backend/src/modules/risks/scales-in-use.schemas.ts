import { z } from 'zod';
import { idIn } from '../../platform/http/schemas.js';
import { riskLevel } from './risk.schemas.js';

/** Those of one analysis, or of the whole register. */
export const scalesInUseQuery = z.strictObject({ assessmentId: idIn('assessment').optional() });
export type ScalesInUseQuery = z.infer<typeof scalesInUseQuery>;

/** By what risks are rated, that of the newest analysis first. */
export const scalesInUseView = z
  .object({
    items: z.array(
      z.object({
        /** As the filter of the register names it: `name:level`. */
        name: z.string(),
        title: z.string(),
        version: z.string(),
        /** From the least to the most. */
        levels: z.array(riskLevel),
      }),
    ),
  })
  .meta({ id: 'RiskScalesInUse' });
export type ScalesInUseView = z.infer<typeof scalesInUseView>;
