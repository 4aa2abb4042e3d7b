import type { PhiType } from './asset.js';

export const COUNTERPARTIES = ['internal', 'vendor', 'patient', 'government', 'other'] as const;
export const TRANSPORT_SECURITIES = ['encrypted', 'partial', 'none', 'unknown'] as const;
export type Counterparty = (typeof COUNTERPARTIES)[number];
export type TransportSecurity = (typeof TRANSPORT_SECURITIES)[number];

/** By what the list may be sorted; a minus turns it around. */
export const DATA_FLOW_SORTS = ['name', '-name', 'updatedAt', '-updatedAt'] as const;

/** One end of a flow: an asset of ours, a vendor of ours, or somebody outside by name. */
export type FlowEnd =
  | { assetId: string; vendorId: null; party: null }
  | { assetId: null; vendorId: string; party: null }
  | { assetId: null; vendorId: null; party: string };

/** How long each text may be. The columns, the requests and the import all keep to it. */
export const FLOW_TEXT_LIMITS = {
  code: 60,
  name: 200,
  purpose: 1_000,
  minimumNecessary: 1_000,
  transportMethod: 200,
} as const;
export const MOST_OF_PARTY = 200;

/** What a person says of a data flow. */
export interface DataFlowFacts {
  /** Names the flow in the organization, whatever its case. */
  code: string;
  name: string;
  from: FlowEnd;
  to: FlowEnd;
  counterparty: Counterparty;
  phiTypes: PhiType[];
  purpose: string;
  minimumNecessary: string;
  transportMethod: string;
  transportSecurity: TransportSecurity;
  offshore: boolean;
  active: boolean;
}

export type FlowChangeEvent = 'data-flow.updated' | 'data-flow.ended' | 'data-flow.resumed';

/** To end a flow, or to take it up again, is told apart from other changes. */
export function flowChangeEvent(
  before: Pick<DataFlowFacts, 'active'>,
  after: Pick<DataFlowFacts, 'active'>,
): FlowChangeEvent {
  if (before.active === after.active) return 'data-flow.updated';
  return after.active ? 'data-flow.resumed' : 'data-flow.ended';
}

/** What is wrong with the two ends, by field; null when nothing is. */
export function refuseEnds(from: FlowEnd, to: FlowEnd): { field: 'from' | 'to'; message: string } | null {
  if (from.assetId === null && to.assetId === null) {
    return { field: 'to', message: 'At least one end has to be an asset of yours.' };
  }
  if (from.assetId !== null && from.assetId === to.assetId) {
    return { field: 'to', message: 'A flow leads from one place to another: choose a different target.' };
  }
  return null;
}
