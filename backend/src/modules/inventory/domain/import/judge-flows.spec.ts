import { describe, expect, it } from 'vitest';
import type { DataFlowFacts } from '../data-flow.js';
import { FLOW_COLUMN_NAMES, FLOW_COLUMNS, flowHeadings, RECKONED_HEADINGS } from './flow-columns.js';
import { FLOWS, newFlowFacts } from './flow-subject.js';
import type { AssetPlace, FlowWorld } from './flow-world.js';
import { judgeRows } from './judge-rows.js';
import { flowEndText, readFlowEnd } from './read-flow-end.js';

const ehr = { id: 'a-1', tag: 'APP-001', name: 'EHR', isDisposed: false, isVendorRun: false };
const fax = {
  id: 'a-2',
  tag: 'DEV-1 (old)',
  name: 'Fax (front desk)',
  isDisposed: false,
  isVendorRun: false,
};
const twin = { id: 'a-3', tag: 'DEV-3', name: 'Laptop', isDisposed: false, isVendorRun: false };
const otherTwin = { id: 'a-4', tag: 'DEV-4', name: 'Laptop', isDisposed: false, isVendorRun: false };
const shredded = { id: 'a-5', tag: 'DEV-5', name: 'Old server', isDisposed: true, isVendorRun: false };
const namedAsVendor = {
  id: 'a-6',
  tag: 'SYS-6',
  name: 'Cascade Billing',
  isDisposed: false,
  isVendorRun: false,
};
const hosted = { id: 'a-7', tag: 'SYS-7', name: 'Hosted archive', isDisposed: false, isVendorRun: true };
const assets: AssetPlace[] = [ehr, fax, twin, otherTwin, shredded, namedAsVendor, hosted];
const vendors = [
  { id: 'v-1', name: 'Cascade Billing', active: true },
  { id: 'v-2', name: 'Gone Hosting', active: false },
  { id: 'v-3', name: 'Orchard Lab', active: true },
];
const known: DataFlowFacts = {
  code: 'FLW-001',
  name: 'Claims out',
  from: { assetId: 'a-1', vendorId: null, party: null },
  to: { assetId: null, vendorId: 'v-1', party: null },
  counterparty: 'vendor',
  phiTypes: ['billing', 'demographics'],
  purpose: 'Payment',
  minimumNecessary: '',
  transportMethod: 'SFTP',
  transportSecurity: 'encrypted',
  offshore: false,
  active: true,
};
const world: FlowWorld = {
  flows: new Map([['flw-001', { id: 'f-1', version: 2, facts: known }]]),
  codeByName: new Map([['claims out', 'FLW-001']]),
  assetsByTag: new Map(assets.map((asset) => [asset.tag.toLowerCase(), asset])),
  assetsByName: new Map(assets.map(({ name }) => [name.toLowerCase(), called(name.toLowerCase())])),
  vendorsByName: new Map(vendors.map((vendor) => [vendor.name.toLowerCase(), vendor])),
  assetsById: new Map(assets.map((asset) => [asset.id, asset])),
  vendorsById: new Map(vendors.map((vendor) => [vendor.id, vendor])),
};

function called(name: string): AssetPlace[] {
  return assets.filter((asset) => asset.name.toLowerCase() === name);
}
function judge(list: string[][], fixed: Record<string, string> = {}) {
  const [headings, ...rows] = list as [string[], ...string[][]];
  const raw = rows.map((cells, index) => ({ row: index + 2, cells }));
  return judgeRows(FLOWS, raw, { columns: flowHeadings.match(headings), fixed }, headings.length, world);
}
const HEADINGS = ['Code', 'Name', 'From', 'To', 'Other end'];
const asset = (id: string) => ({ value: { assetId: id, vendorId: null, party: null } });

describe('an end of a flow', () => {
  it.each([
    ['a tag, whatever its case', 'app-001', asset('a-1')],
    ['a name', 'ehr', asset('a-1')],
    ['name and tag', 'Laptop (DEV-4)', asset('a-4')],
    ['name and tag that have brackets themselves', 'Fax (front desk) (DEV-1 (old))', asset('a-2')],
    ['a name that ends with brackets', 'Fax (front desk)', asset('a-2')],
    ['a vendor', 'Orchard Lab', { value: { assetId: null, vendorId: 'v-3', party: null } }],
    [
      'a vendor, said so',
      'Vendor: cascade billing',
      { value: { assetId: null, vendorId: 'v-1', party: null } },
    ],
    ['an asset, said so', 'asset: Cascade Billing', asset('a-6')],
    ['somebody outside', 'outside: EHR', { value: { assetId: null, vendorId: null, party: 'EHR' } }],
  ])('is %s', (_, text, end) => {
    expect(readFlowEnd(text, world)).toEqual(end);
  });

  it.each([
    ['nobody’s name', 'Nobody', /No asset or vendor of yours is called “Nobody”.*outside:/],
    ['the name of two assets', 'Laptop', /Several are called this.*DEV-3, DEV-4/],
    ['the name of an asset and a vendor', 'Cascade Billing', /SYS-6, vendor: Cascade Billing/],
    ['a tag with the name of another', 'EHR (DEV-3)', /No asset or vendor/],
    ['outside without a name', 'outside: ', /Write who it is/],
    ['an unknown vendor', 'vendor: EHR', /No asset or vendor/],
  ])('is not %s', (_, text, reason) => {
    expect(readFlowEnd(text, world)).toEqual({ reason: expect.stringMatching(reason) as string });
  });

  it('is written so that it is read as the same again', () => {
    for (const { id, tag, name } of assets)
      expect(readFlowEnd(flowEndText({ tag, name, isVendor: false }), world)).toEqual(asset(id));
    for (const { id, name } of vendors) {
      const read = readFlowEnd(flowEndText({ tag: null, name, isVendor: true }), world);
      expect(read).toEqual({ value: { assetId: null, vendorId: id, party: null } });
    }
    for (const party of ['EHR', 'outside: twice', 'vendor: Orchard Lab', 'APP-001']) {
      const read = readFlowEnd(flowEndText({ tag: null, name: party, isVendor: false }), world);
      expect(read).toEqual({ value: { assetId: null, vendorId: null, party } });
    }
  });
});

describe('a row of a list of flows', () => {
  it('with a new code will be made, and says unknown of what it does not tell', () => {
    const [row] = judge([HEADINGS, ['FLW-9', 'Results', 'outside: State lab', 'EHR', 'government']]);
    expect(row).toMatchObject({ outcome: 'create', problems: [] });
    expect(newFlowFacts(row!.facts, 'FLW-9')).toMatchObject({
      transportSecurity: 'unknown',
      active: true,
      offshore: false,
    });
  });

  it('with a known code changes only what its cells say', () => {
    const [row] = judge([
      ['Flow code', 'Encrypted', 'PHI', 'From'],
      ['flw-001', 'no', 'demographics, billing', 'EHR'],
    ]);
    expect(row).toMatchObject({ outcome: 'change', record: { id: 'f-1' }, changes: ['transportSecurity'] });
  });

  it('that says what is known already is unchanged', () => {
    const [row] = judge([
      HEADINGS,
      ['FLW-001', 'Claims out', 'EHR (APP-001)', 'vendor: Cascade Billing', 'BA'],
    ]);
    expect(row).toMatchObject({ outcome: 'unchanged', changes: [] });
  });

  it.each([
    ['two ends outside', ['', 'x', 'outside: a', 'Orchard Lab', 'vendor'], 'To', /At least one end/],
    ['one asset at both ends', ['', 'x', 'EHR', 'APP-001', 'internal'], 'To', /different target/],
    ['a vendor of before', ['', 'x', 'EHR', 'Gone Hosting', 'vendor'], 'To', /no longer work with Gone/],
    ['an asset that is gone', ['', 'x', 'DEV-5', 'EHR', 'internal'], 'From', /was disposed of/],
    ['no end', ['', 'x', 'EHR', '', 'vendor'], 'To', /empty, and it is needed/],
    ['an unknown other end', ['', 'x', 'EHR', 'Orchard Lab', 'alien'], 'Other end', /known words/],
  ])('is bad with %s, at the cell', (_, cells, heading, reason) => {
    const [row] = judge([HEADINGS, cells]);
    expect(row?.outcome).toBe('bad');
    expect(row?.problems).toHaveLength(1);
    expect(HEADINGS[row!.problems[0]!.column!]).toBe(heading);
    expect(row?.problems[0]?.reason).toMatch(reason);
  });

  it('of a flow that has ended may name who is gone', () => {
    const [row] = judge([
      [...HEADINGS, 'In use'],
      ['', 'x', 'DEV-5', 'Gone Hosting', 'vendor', 'ended'],
    ]);
    expect(row?.outcome).toBe('create');
  });

  it('repeats no code, and is told of one of the same name', () => {
    const rows = judge([
      HEADINGS,
      ['F-1', 'A', 'EHR', 'Orchard Lab', 'vendor'],
      ['f-1', 'B', 'EHR', 'Orchard Lab', 'vendor'],
      ['', 'claims OUT', 'EHR', 'Orchard Lab', 'vendor'],
    ]);
    expect(rows.map(({ problems }) => problems.map(({ reason }) => reason.split('.')[0]))).toEqual([
      ['Row 3 has this code too'],
      ['Row 2 has this code too'],
      [],
    ]);
    expect(rows[2]).toMatchObject({
      outcome: 'create',
      namesake: 'FLW-001',
      remarks: [expect.stringContaining('FLW-001')],
    });
    expect(rows[0]!.namesake).toBeNull();
  });

  it('takes one end and one purpose for the whole list, of known flows too, and says so', () => {
    const list = [
      ['Code', 'Name', 'To', 'Other end'],
      ['FLW-001', 'Claims out', 'vendor: Cascade Billing', 'vendor'],
      ['', 'Charts', 'Orchard Lab', 'vendor'],
    ];
    const [known, made] = judge(list, { from: 'Fax (front desk)', purpose: 'Treatment' });
    expect(known).toMatchObject({
      outcome: 'change',
      changes: ['from', 'purpose'],
      remarks: [expect.stringContaining('not by the file: From, Purpose.')],
    });
    expect(made).toMatchObject({
      outcome: 'create',
      facts: { from: { assetId: 'a-2' }, purpose: 'Treatment' },
      chosen: ['from', 'purpose'],
    });
    expect(judge(list, { from: 'Nobody' }).map(({ problems }) => problems.map(({ field }) => field))).toEqual(
      [['from'], ['from']],
    );
    expect(judge(list, { from: 'Old server' })[1]!.problems).toMatchObject([
      { column: null, field: 'from', reason: expect.stringContaining('was disposed of') as string },
    ]);
  });

  it('takes one value for the whole list where it says none', () => {
    const [row] = judge([HEADINGS.slice(0, 4), ['', 'x', 'EHR', 'Orchard Lab']], { counterparty: 'vendor' });
    expect(row).toMatchObject({ outcome: 'create', facts: { counterparty: 'vendor' } });
  });
});

describe('headings of a list of flows', () => {
  it('of our own export are all known or ours, and each name stands for one field', () => {
    expect(flowHeadings.match(FLOW_COLUMN_NAMES.map((name) => FLOW_COLUMNS[name].heading))).toEqual(
      FLOW_COLUMN_NAMES,
    );
    for (const heading of [...Object.values(RECKONED_HEADINGS), 'Id', 'Added at', 'Last changed at']) {
      expect([heading, flowHeadings.isOurs(heading)]).toEqual([heading, true]);
      expect(flowHeadings.match([heading])).toEqual([null]);
    }
    for (const field of FLOW_COLUMN_NAMES) {
      for (const name of [FLOW_COLUMNS[field].heading, ...FLOW_COLUMNS[field].synonyms])
        expect([name, flowHeadings.match([name])[0]]).toEqual([name, field]);
    }
  });
});

describe('who is at the other end', () => {
  const filled = /Filled in from the rest of the row: Other end “internal”/;

  it.each([
    ['an empty cell', HEADINGS, ''],
    ['no such column', HEADINGS.slice(0, 4), undefined],
  ])('is ourselves between two of our assets where the list has %s, and says so', (_, headings, cell) => {
    const row = ['', 'Charts to fax', 'APP-001', 'Fax (front desk)', ...(cell === undefined ? [] : [cell])];
    const [judged] = judge([headings, row]);
    expect(judged).toMatchObject({ outcome: 'create', facts: { counterparty: 'internal' }, problems: [] });
    expect(judged!.remarks).toEqual([expect.stringMatching(filled)]);
  });

  it.each([
    ['the outside', 'outside: EHR'],
    ['an asset that a vendor runs', 'Hosted archive'],
  ])('is asked for where an end is %s', (_, to) => {
    const [judged] = judge([HEADINGS, ['', 'Out', 'APP-001', to, '']]);
    expect(judged).toMatchObject({ outcome: 'bad', problems: [{ field: 'counterparty' }], remarks: [] });
  });

  const outTo = (to: string, ...cells: string[]) => ['', 'Out', 'APP-001', to, ...cells];

  it.each([
    ['an empty cell', HEADINGS, outTo('vendor: Orchard Lab', '')],
    ['no such column', HEADINGS.slice(0, 4), outTo('orchard lab')],
    ['the vendor where it comes from', HEADINGS, ['', 'In', 'Orchard Lab', 'APP-001', '']],
    [
      'an asset that a vendor runs at the other end',
      HEADINGS,
      ['', 'In', 'Hosted archive', 'Orchard Lab', ''],
    ],
  ])('is a vendor where an end is one, with %s, and says so', (_, headings, row) => {
    const [judged] = judge([headings, row]);
    expect(judged).toMatchObject({ outcome: 'create', facts: { counterparty: 'vendor' }, problems: [] });
    expect(judged!.remarks).toEqual([expect.stringMatching(/rest of the row: Other end “vendor”/)]);
  });

  it.each([
    ['a cell', outTo('Orchard Lab', 'patients'), {}, /^Orchard Lab is a vendor of yours, and .*“patient”/],
    [
      'the value for empty cells',
      outTo('Orchard Lab', ''),
      { counterparty: 'internal' },
      /“internal \(Ourselves\)”/,
    ],
    ['the flow that is known', ['FLW-001', '', '', '', 'other'], {}, /^Cascade Billing is a vendor.*“other”/],
  ])('that contradicts a vendor is named, and taken as it stands: %s', (_, row, fixed, said) => {
    const [judged] = judge([HEADINGS, row], fixed);
    expect(judged!.problems).toEqual([]);
    expect(judged!.remarks).toEqual([expect.stringMatching(said)]);
  });

  it('is what the list says, or what was chosen for all rows', () => {
    const row = ['', 'Charts to fax', 'APP-001', 'Fax (front desk)'];
    expect(judge([HEADINGS, [...row, 'patients']])[0]!.facts.counterparty).toBe('patient');
    expect(judge([HEADINGS, [...row, '']], { counterparty: 'other' })[0]).toMatchObject({
      facts: { counterparty: 'other' },
      remarks: [],
    });
  });

  it('of a known flow stays what it is', () => {
    const [judged] = judge([HEADINGS, ['FLW-001', '', 'APP-001', 'Fax (front desk)', '']]);
    expect(judged!.facts.counterparty).toBeUndefined();
  });
});
