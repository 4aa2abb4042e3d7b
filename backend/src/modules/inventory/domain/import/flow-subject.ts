import { refuseEnds, FLOW_TEXT_LIMITS, type DataFlowFacts, type FlowEnd } from '../data-flow.js';
import { readChoice, readPhiTypes, readText, type TextLimit } from './cell-readers.js';
import { IN_USE_WORDS, COUNTERPARTY_WORDS, TRANSPORT_WORDS, YES_NO_WORDS } from './choices.js';
import { FLOW_COLUMNS, type FlowColumn } from './flow-columns.js';
import { flowReasons, flowRemarks } from './flow-reasons.js';
import type { FlowWorld } from './flow-world.js';
import { said, type ImportSubject, type KnownRecord, type ReadCell, type Settled } from './import-subject.js';
import { readFlowEnd } from './read-flow-end.js';

type Reader = (text: string, world: FlowWorld) => ReadCell<DataFlowFacts>;

/** Lists of data flows. A new one needs a name, two ends, and who is at the other end. */
export const FLOWS: ImportSubject<DataFlowFacts, FlowWorld> = {
  columns: FLOW_COLUMNS,
  key: 'code',
  required: ['name', 'from', 'to', 'counterparty'],
  fillsEmpty: { counterparty: COUNTERPARTY_WORDS },
  inferred: otherEndOf,
  readCell: (field, text, world) => READERS[field as FlowColumn](text, world),
  recordOf: (code, world) => world.flows.get(code) ?? null,
  namesake: {
    of: ({ name = '' }, world) => world.codeByName.get(name.toLowerCase()),
    said: flowRemarks.sameName,
  },
  settle: settleEnds,
  remarks: () => [],
};

/** A vendor at one end is the other end. Between two assets it is ourselves, unless a vendor runs one of them. */
function otherEndOf({ from, to }: Partial<DataFlowFacts>, { assetsById }: FlowWorld): Partial<DataFlowFacts> {
  if (from?.vendorId || to?.vendorId) return { counterparty: 'vendor' };
  const ends = [from, to].map((end) => (end?.assetId ? assetsById.get(end.assetId) : undefined));
  return ends.every((asset) => asset && !asset.isVendorRun) ? { counterparty: 'internal' } : {};
}

const READERS: Record<FlowColumn, Reader> = {
  code: plainText('code'),
  name: plainText('name'),
  from: (text, world) => said('from', readFlowEnd(text, world)),
  to: (text, world) => said('to', readFlowEnd(text, world)),
  counterparty: (text) => said('counterparty', readChoice(text, COUNTERPARTY_WORDS)),
  phiTypes: (text) => said('phiTypes', readPhiTypes(text)),
  purpose: plainText('purpose', true),
  minimumNecessary: plainText('minimumNecessary', true),
  transportMethod: plainText('transportMethod'),
  transportSecurity: (text) => said('transportSecurity', readChoice(text, TRANSPORT_WORDS)),
  offshore: (text) => said('offshore', readChoice(text, YES_NO_WORDS)),
  active: (text) => said('active', readChoice(text, IN_USE_WORDS)),
};

function plainText(field: keyof typeof FLOW_TEXT_LIMITS, long = false): Reader {
  const limit: TextLimit = { most: FLOW_TEXT_LIMITS[field], long };
  return (text) => said(field, readText(text, limit));
}

/** What the form refuses of two ends, a list cannot bring either. */
function settleEnds(
  read: Partial<DataFlowFacts>,
  flow: KnownRecord<DataFlowFacts> | null,
  world: FlowWorld,
): Settled {
  const { from, to, counterparty, active = true } = { ...flow?.facts, ...read };
  if (!from || !to) return NOTHING_SETTLED;
  const refusal = refuseEnds(from, to);
  const problems: Settled['problems'] = refusal
    ? [{ field: refusal.field, value: '', reason: refusal.message }]
    : [];
  if (active) {
    for (const [field, end] of [
      ['from', from],
      ['to', to],
    ] as const) {
      const reason = refusalOf(end, world);
      if (reason) problems.push({ field, value: '', reason });
    }
  }
  const vendor = world.vendorsById.get(from.vendorId ?? to.vendorId ?? '');
  const isContradiction = vendor !== undefined && counterparty !== undefined && counterparty !== 'vendor';
  return {
    problems,
    remarks: isContradiction ? [flowRemarks.otherThanVendor(vendor.name, counterparty)] : [],
  };
}

const NOTHING_SETTLED: Settled = { problems: [], remarks: [] };

function refusalOf({ assetId, vendorId }: FlowEnd, world: FlowWorld): string | null {
  const asset = assetId === null ? undefined : world.assetsById.get(assetId);
  if (asset?.isDisposed) return flowReasons.assetGone(asset.name);
  const vendor = vendorId === null ? undefined : world.vendorsById.get(vendorId);
  return vendor && !vendor.active ? flowReasons.vendorLeft(vendor.name) : null;
}

/** The flow that a row makes: what it says, and honest "unknown" for the rest. */
export function newFlowFacts(read: Partial<DataFlowFacts>, code: string): DataFlowFacts {
  const { name, from, to, counterparty } = read;
  if (name === undefined || from === undefined || to === undefined || counterparty === undefined) {
    throw new Error('a row that makes a flow was not judged');
  }
  return {
    phiTypes: [],
    purpose: '',
    minimumNecessary: '',
    transportMethod: '',
    transportSecurity: 'unknown',
    offshore: false,
    active: true,
    ...read,
    name,
    from,
    to,
    counterparty,
    code,
  };
}
