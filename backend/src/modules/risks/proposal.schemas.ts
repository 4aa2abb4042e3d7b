import { z } from 'zod';
import { idIn, idOut, instantField, text } from '../../platform/http/schemas.js';
import { packRowId } from './answer.schemas.js';
import { memberName } from './risk.schemas.js';

const subjectType = z.enum(['asset', 'data-flow']);
const subjectId = z.union([idOut('asset'), idOut('dataFlow')]);
const part = z.object({ id: z.string(), title: z.string(), description: z.string() });

const proposal = z.object({
  pairId: z.string(),
  threat: part,
  vulnerability: part,
  rationale: z.string(),
  /** Steps of the assessment's own scale: where to begin, the person who rates decides. */
  suggestedLikelihood: z.object({ id: z.string(), label: z.string() }).nullable(),
  suggestedImpact: z.object({ id: z.string(), label: z.string() }).nullable(),
  safeguards: z.array(part),
  citations: z.array(z.string()),
});
export type ProposalView = z.infer<typeof proposal>;

export const proposalPage = z
  .object({
    items: z.array(
      z.object({
        type: subjectType,
        id: subjectId,
        tag: z.string().nullable(),
        name: z.string(),
        kind: z.string(),
        accepted: z.number().int(),
        dismissed: z.number().int(),
        proposals: z.array(proposal),
      }),
    ),
    nextCursor: z.string().nullable(),
    /** Assets and data flows that have something to decide. */
    total: z.number().int(),
    totalIsCapped: z.boolean(),
    counts: z.object({
      undecided: z.number().int(),
      accepted: z.number().int(),
      dismissed: z.number().int(),
    }),
  })
  .meta({ id: 'ProposalPage' });
export type ProposalPage = z.infer<typeof proposalPage>;

export const proposalQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(400).optional(),
  assetId: idIn('asset').optional(),
  flowId: idIn('dataFlow').optional(),
});
export type ProposalQuery = z.infer<typeof proposalQuery>;

const subject = z.union(
  [z.strictObject({ assetId: idIn('asset') }), z.strictObject({ flowId: idIn('dataFlow') })],
  'Name an asset or a data flow.',
);
const onePair = { pairId: packRowId, subject };
export const acceptProposalRequest = z.strictObject(onePair).meta({ id: 'AcceptProposalRequest' });
export type PairOnSubject = z.infer<typeof acceptProposalRequest>;

const items = z
  .array(z.strictObject(onePair))
  .min(1, 'Choose at least one.')
  .max(200, 'At most 200 at once.');
export const acceptProposalsRequest = z.strictObject({ items }).meta({ id: 'AcceptProposalsRequest' });
export const dismissProposalRequest = z
  .strictObject({ ...onePair, reason: text(2_000, 3) })
  .meta({ id: 'DismissProposalRequest' });
export const dismissProposalsRequest = z
  .strictObject({ items, reason: text(2_000, 3) })
  .meta({ id: 'DismissProposalsRequest' });

/** What became of each: none is passed over in silence. */
export const PROPOSAL_OUTCOMES = ['accepted', 'dismissed', 'already-decided', 'not-proposed'] as const;
export const proposalOutcomes = z
  .object({
    items: z.array(
      z.object({
        pairId: z.string(),
        subjectId,
        outcome: z.enum(PROPOSAL_OUTCOMES),
        riskId: idOut('risk').nullable(),
      }),
    ),
    changed: z.number().int(),
  })
  .meta({ id: 'ProposalOutcomes' });
export type ProposalOutcomes = z.infer<typeof proposalOutcomes>;

export const dismissalList = z
  .object({
    items: z.array(
      z.object({
        pairId: z.string(),
        threat: z.string(),
        vulnerability: z.string(),
        subject: z.object({ type: subjectType, id: subjectId, name: z.string() }),
        reason: z.string(),
        by: memberName,
        at: instantField,
      }),
    ),
  })
  .meta({ id: 'DismissalList' });
export type DismissalList = z.infer<typeof dismissalList>;
