import { z } from 'zod';
import {
  asOfField,
  idIn,
  idOut,
  instantField,
  line,
  pageOf,
  pageQuery,
  text,
} from '../../platform/http/schemas.js';
import { agreementStatus } from '../vendors/index.js';
import {
  COUNTERPARTIES,
  DATA_FLOW_SORTS,
  FLOW_TEXT_LIMITS,
  MOST_OF_PARTY,
  TRANSPORT_SECURITIES,
  type FlowEnd,
} from './domain/data-flow.js';
import { assetKind, cursor, phiType, phiTypes, yesOrNo } from './asset.schemas.js';

export const counterparty = z
  .enum(COUNTERPARTIES, { error: 'Choose who is at the other end.' })
  .meta({ id: 'Counterparty' });
const transportSecurity = z
  .enum(TRANSPORT_SECURITIES, { error: 'Choose whether it is encrypted on the way.' })
  .meta({ id: 'TransportSecurity' });

const end = z
  .strictObject({
    assetId: idIn('asset').nullable().default(null),
    vendorId: idIn('vendor').nullable().default(null),
    party: line(MOST_OF_PARTY).nullable().default(null),
  })
  .superRefine(({ assetId, vendorId, party }, context) => {
    const named = party !== null && party !== '';
    if (assetId === null && vendorId === null && !named)
      context.addIssue({
        code: 'custom',
        path: ['assetId'],
        message: 'Choose an asset or a vendor, or name the party outside.',
      });
    if (assetId !== null && vendorId !== null)
      context.addIssue({
        code: 'custom',
        path: ['vendorId'],
        message: 'Either an asset or a vendor, not both.',
      });
    if ((assetId !== null || vendorId !== null) && named)
      context.addIssue({
        code: 'custom',
        path: ['party'],
        message: 'Either a choice or a party outside, not both.',
      });
  })
  .transform(({ assetId, vendorId, party }): FlowEnd => {
    if (assetId !== null) return { assetId, vendorId: null, party: null };
    return vendorId !== null
      ? { assetId: null, vendorId, party: null }
      : { assetId: null, vendorId: null, party: party ?? '' };
  })
  .meta({ id: 'FlowEndRequest' });

const facts = {
  code: line(FLOW_TEXT_LIMITS.code, 1),
  name: line(FLOW_TEXT_LIMITS.name, 1),
  from: end,
  to: end,
  counterparty,
  phiTypes,
  purpose: text(FLOW_TEXT_LIMITS.purpose),
  minimumNecessary: text(FLOW_TEXT_LIMITS.minimumNecessary),
  transportMethod: line(FLOW_TEXT_LIMITS.transportMethod),
  transportSecurity,
  offshore: z.boolean(),
  active: z.boolean(),
};
export const createDataFlowRequest = z
  .strictObject({
    ...facts,
    /** Empty: the next free one, such as FLW-007. */
    code: line(FLOW_TEXT_LIMITS.code).default(''),
    phiTypes: facts.phiTypes.default([]),
    purpose: facts.purpose.default(''),
    minimumNecessary: facts.minimumNecessary.default(''),
    transportMethod: facts.transportMethod.default(''),
    transportSecurity: transportSecurity.default('unknown'),
    offshore: facts.offshore.default(false),
    active: facts.active.default(true),
  })
  .meta({ id: 'CreateDataFlowRequest' });
export type CreateDataFlowRequest = z.infer<typeof createDataFlowRequest>;
export const updateDataFlowRequest = z.strictObject(facts).partial().meta({ id: 'UpdateDataFlowRequest' });
export type UpdateDataFlowRequest = z.infer<typeof updateDataFlowRequest>;

const concern = z
  .object({
    kind: z.enum([
      'unencrypted',
      'partly-encrypted',
      'encryption-unknown',
      'offshore',
      'no-purpose',
      'no-minimum-necessary',
      'no-agreement',
      'agreement-unknown',
    ]),
    severity: z.enum(['high', 'moderate']),
    citations: z.array(z.string()),
  })
  .meta({ id: 'FlowConcern' });
const endView = z
  .object({
    assetId: idOut('asset').nullable(),
    vendorId: idOut('vendor').nullable(),
    party: z.string().nullable(),
    tag: z.string().nullable(),
    name: z.string(),
  })
  .meta({ id: 'FlowEnd' });

const flowVendor = z
  .object({ id: idOut('vendor'), name: z.string(), agreement: agreementStatus })
  .meta({ id: 'FlowVendor' });

export const dataFlowView = z
  .object({
    id: idOut('dataFlow'),
    code: z.string(),
    name: z.string(),
    from: endView,
    to: endView,
    counterparty,
    phiTypes: z.array(phiType),
    purpose: z.string(),
    minimumNecessary: z.string(),
    transportMethod: z.string(),
    transportSecurity,
    offshore: z.boolean(),
    active: z.boolean(),
    /** Those at its ends, and those who run an asset at its ends, with their agreements as they stand today. */
    vendors: z.array(flowVendor),
    concerns: z.array(concern),
    createdAt: instantField,
    updatedAt: instantField,
    version: z.int(),
  })
  .meta({ id: 'DataFlow' });
export const dataFlowPage = pageOf(dataFlowView).meta({ id: 'DataFlowPage' });

const filter = {
  assetId: idIn('asset').optional(),
  vendorId: idIn('vendor').optional(),
  counterparty: counterparty.optional(),
  transportSecurity: transportSecurity.optional(),
  offshore: yesOrNo.optional(),
  active: yesOrNo.optional(),
  hasConcerns: yesOrNo.optional(),
  q: text(100).optional(),
  asOf: asOfField,
};
export const dataFlowListQuery = z.object({
  ...filter,
  sort: z.enum(DATA_FLOW_SORTS).default('name'),
  ...pageQuery,
  cursor,
});
export type DataFlowListQuery = z.infer<typeof dataFlowListQuery>;
export const dataFlowExportQuery = z.object(filter);
export type DataFlowExportQuery = z.infer<typeof dataFlowExportQuery>;
/** What has ended is no part of a diagram. */
export const diagramQuery = z.object(filter).omit({ active: true });
export type DiagramQuery = z.infer<typeof diagramQuery>;

const drawnEnd = endView.pick({ assetId: true, vendorId: true, name: true });
/** Of hundreds of flows no more than the picture and the table beside it say. */
const drawnFlow = dataFlowView
  .pick({
    id: true,
    code: true,
    name: true,
    active: true,
    counterparty: true,
    phiTypes: true,
    transportMethod: true,
    transportSecurity: true,
  })
  .extend({
    from: drawnEnd,
    to: drawnEnd,
    concerns: z.array(concern.pick({ kind: true, severity: true })),
  })
  .meta({ id: 'DrawnFlow' });

export const diagramView = z
  .object({
    nodes: z.array(
      z.object({
        /** The asset's or the vendor's id, or `party:` and the name in small letters. */
        id: z.string(),
        name: z.string(),
        asset: z
          .object({
            id: idOut('asset'),
            tag: z.string(),
            kind: assetKind,
            holdsEphi: z.boolean(),
          })
          .nullable(),
        vendor: z.object({ id: idOut('vendor'), agreement: agreementStatus }).nullable(),
      }),
    ),
    edges: z.array(z.object({ flow: drawnFlow, from: z.string(), to: z.string() })),
    /** In service, with ePHI, and no flow leads to or from it yet. */
    unconnected: z.array(z.object({ id: idOut('asset'), tag: z.string(), name: z.string() })),
    /** Flows that the filter meets. Where they are more than a diagram can show, those that stand out are drawn first. */
    matching: z.int(),
    /** Of all flows in use those with a concern, however many are drawn. */
    concerned: z.int(),
  })
  .meta({ id: 'InventoryDiagram' });
export type DiagramView = z.infer<typeof diagramView>;
