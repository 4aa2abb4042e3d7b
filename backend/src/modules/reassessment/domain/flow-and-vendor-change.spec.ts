import { describe, expect, it } from 'vitest';
import { flowChange, type FlowState } from './flow-change.js';
import { vendorChange, type VendorState } from './vendor-change.js';

const flow: FlowState = {
  from: 'EHR',
  to: 'Billing service',
  counterparty: 'vendor',
  phiTypes: ['billing'],
  transportSecurity: 'encrypted',
  offshore: false,
  active: true,
};

describe('a change of a data flow', () => {
  it.each<[string, FlowState | null, FlowState, string | null]>([
    ['a new one', null, flow, 'data-flow-added'],
    ['a new one that is not in use', null, { ...flow, active: false }, null],
    ['one that is taken up again', { ...flow, active: false }, flow, 'data-flow-added'],
    ['one that ends', flow, { ...flow, active: false }, 'data-flow-changed'],
    ['another target', flow, { ...flow, to: 'Other service' }, 'data-flow-changed'],
    ['other ePHI', flow, { ...flow, phiTypes: ['billing', 'genetic'] }, 'data-flow-changed'],
    ['weaker transport', flow, { ...flow, transportSecurity: 'none' }, 'data-flow-changed'],
    ['offshore', flow, { ...flow, offshore: true }, 'data-flow-changed'],
    ['nothing of these', flow, { ...flow }, null],
  ])('%s', (_, before, after, kind) => {
    expect(flowChange(before, after)?.kind ?? null).toBe(kind);
  });
});

describe('a change of a vendor', () => {
  const vendor = (agreement: string, active = true): VendorState => ({ agreement, active });
  it.each<[string, VendorState | null, VendorState, string | null]>([
    ['a new one with an agreement', null, vendor('signed'), 'vendor-added'],
    ['a new one that needs an agreement', null, vendor('none'), 'vendor-added'],
    ['a new one that needs none', null, vendor('not-required'), null],
    ['one that is to see ePHI now', vendor('not-required'), vendor('in-negotiation'), 'vendor-added'],
    ['one that works here again', vendor('signed', false), vendor('signed'), 'vendor-added'],
    ['an agreement that ended', vendor('signed'), vendor('expired'), 'vendor-ended'],
    ['an agreement that was taken back', vendor('signed'), vendor('none'), 'vendor-ended'],
    ['one that no longer works here', vendor('signed'), vendor('signed', false), 'vendor-ended'],
    ['an agreement that begins', vendor('in-negotiation'), vendor('signed'), null],
    ['one without ePHI that goes', vendor('not-required'), vendor('not-required', false), null],
  ])('%s', (_, before, after, kind) => {
    expect(vendorChange(before, after)?.kind ?? null).toBe(kind);
  });
});
