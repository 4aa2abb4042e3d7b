import { z } from 'zod';
import { idIn, idOut, instantField, pageOf, text } from '../../platform/http/schemas.js';
import { SUBJECT_KINDS } from '../compliance/index.js';
import { packRowId } from './answer.schemas.js';
import { memberName, subjectIn } from './risk.schemas.js';

const yesOrNo = z.enum(['true', 'false']).transform((value) => value === 'true');
const subjectType = z.enum(['asset', 'data-flow']);
const subjectId = z.union([idOut('asset'), idOut('dataFlow')]);
const part = z.object({ id: z.string(), title: z.string(), description: z.string() });

const pair = z.object({
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
export type PairView = z.infer<typeof pair>;

const proposal = pair.extend({
  /** Why it was turned down in the analysis before this one; null where it was not, and once it is decided here. */
  earlier: z.object({ reason: z.string(), by: memberName.nullable(), at: instantField }).nullable(),
  /** Null as long as nobody has decided. */
  decision: z
    .object({
      /** What was made of it; null where it was turned down. */
      risk: z.object({ id: idOut('risk'), number: z.number().int() }).nullable(),
      reason: z.string().nullable(),
      by: memberName.nullable(),
      at: instantField,
    })
    .nullable(),
});

const counts = z.object({
  undecided: z.number().int(),
  accepted: z.number().int(),
  dismissed: z.number().int(),
});

/** What the analysis' pack offers to narrow by. */
const choices = z.object({
  threats: z.array(z.object({ id: z.string(), title: z.string() })),
  vulnerabilities: z.array(z.object({ id: z.string(), title: z.string() })),
});

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
    /** Assets and data flows that the filter leaves. */
    total: z.number().int(),
    totalIsCapped: z.boolean(),
    /** Proposals that the filter leaves, however they stand. */
    counts,
    choices,
  })
  .meta({ id: 'ProposalPage' });
export type ProposalPage = z.infer<typeof proposalPage>;

/** By what proposals are narrowed. Whether something holds ePHI is asked of assets only. */
const things = {
  kind: z.enum(SUBJECT_KINDS).optional(),
  assetId: idIn('asset').optional(),
  flowId: idIn('dataFlow').optional(),
  /** Stands in the tag or code and the name. */
  q: text(200).optional(),
};
const thingsInAddress = { ...things, holdsEphi: yesOrNo.optional() };
const pairsInAddress = {
  pairId: packRowId.optional(),
  threatId: packRowId.optional(),
  vulnerabilityId: packRowId.optional(),
};
const PROPOSAL_STATES = ['open', 'accepted', 'dismissed'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];
const page = {
  /** What nobody has decided yet, or what was decided so. */
  state: z.enum(PROPOSAL_STATES).default('open'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(400).optional(),
};
export const proposalQuery = z.strictObject({ ...thingsInAddress, ...pairsInAddress, ...page });
export type ProposalQuery = z.infer<typeof proposalQuery>;
export type ProposalFilter = Partial<Omit<ProposalQuery, keyof typeof page>>;

/** `all`: whatever became of them. */
export const proposalExportQuery = z.strictObject({
  ...thingsInAddress,
  ...pairsInAddress,
  state: z.enum([...PROPOSAL_STATES, 'all']).default('all'),
});
export type ProposalExportQuery = z.infer<typeof proposalExportQuery>;

export const oneProposedPairQuery = z.strictObject(thingsInAddress);

export const proposedPair = pair
  .extend({
    /** By the kind of thing: an asset's, or 'data-flow'. Decisions count also about what was left out since. */
    kinds: z.array(
      z.object({
        kind: z.string(),
        proposed: z.number().int(),
        open: z.number().int(),
        accepted: z.number().int(),
        dismissed: z.number().int(),
      }),
    ),
    open: z.number().int(),
    accepted: z.number().int(),
    dismissed: z.number().int(),
  })
  .meta({ id: 'ProposedPair' });
export type ProposedPair = z.infer<typeof proposedPair>;
const numberedRisk = z.object({ id: idOut('risk'), number: z.number().int() });
/** With the newest open risk that this pair was made into for many things, to which others may be put. */
export const oneProposedPair = proposedPair
  .extend({ sharedRisk: numberedRisk.nullable() })
  .meta({ id: 'OneProposedPair' });
export type OneProposedPair = z.infer<typeof oneProposedPair>;

export const proposedPairPage = pageOf(proposedPair)
  .extend({ counts, choices })
  .meta({ id: 'ProposedPairPage' });
export type ProposedPairPage = z.infer<typeof proposedPairPage>;

const forAll = {
  ...things,
  holdsEphi: z.boolean().optional(),
  /** How many the person saw before deciding: where it is another number by now, nothing happens. */
  expected: z.number().int().min(1),
};
export const restorePairRequest = z.strictObject(forAll).meta({ id: 'RestorePairRequest' });
export const dismissPairRequest = z
  .strictObject({ ...forAll, reason: text(2_000, 3) })
  .meta({ id: 'DismissPairRequest' });
export type PairRequest = z.infer<typeof dismissPairRequest>;
/** As one risk for all of them; a new one, where none is named. */
export const acceptPairRequest = z
  .strictObject({ ...forAll, riskId: idIn('risk').optional() })
  .meta({ id: 'AcceptPairRequest' });
export type AcceptPairRequest = z.infer<typeof acceptPairRequest>;

/** How many were decided, and how many the next decision would be about, where there were too many for one. */
export const pairOutcome = z
  .object({ changed: z.number().int(), left: z.number().int() })
  .meta({ id: 'PairOutcome' });
export type PairOutcome = z.infer<typeof pairOutcome>;
/** With the risk that they were made into. */
export const acceptedPair = pairOutcome.extend({ risk: numberedRisk }).meta({ id: 'AcceptedPair' });
export type AcceptedPair = z.infer<typeof acceptedPair>;

const onePair = { pairId: packRowId, subject: subjectIn };
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
