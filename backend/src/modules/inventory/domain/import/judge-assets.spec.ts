import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASSET_KINDS, type AssetFacts } from '../asset.js';
import { ASSET_COLUMNS, ASSET_COLUMN_NAMES, assetHeadings } from './asset-columns.js';
import { ASSETS, newAssetFacts } from './asset-subject.js';
import type { AssetWorld } from './asset-world.js';
import type { ImportMapping, JudgedRow } from './import-subject.js';
import { judgeRows } from './judge-rows.js';

const matchHeadings = assetHeadings.match;

const existing: AssetFacts = {
  tag: 'SYS-001',
  name: 'File server',
  kind: 'system',
  description: 'Shared folders',
  siteId: 'site-1',
  location: 'Closet',
  ownerId: 'mem-1',
  hosting: 'on-premises',
  vendorName: '',
  holdsEphi: true,
  phiTypes: ['billing', 'images'],
  phiActivities: ['maintains'],
  phiRecordCount: 1_200,
  encryptionAtRest: 'no',
  encryptionInTransit: 'partial',
  backup: 'untested',
  internetFacing: false,
  portable: false,
  lifecycle: 'in-service',
  notes: '',
};
const world: AssetWorld = {
  sites: new Map([['main street', 'site-1']]),
  siteNames: ['Main Street'],
  members: new Map([
    ['maria okafor', ['mem-1']],
    ['maria@clinic.example', ['mem-1']],
    ['sam lee', ['mem-2', 'mem-3']],
    ['sam@clinic.example', ['mem-2']],
  ]),
  assets: new Map([['sys-001', { id: 'asset-1', version: 3, facts: existing }]]),
  tagByName: new Map([['file server', 'SYS-001']]),
};

function judgeList(list: string[][], fixed: ImportMapping['fixed'] = {}): JudgedRow<AssetFacts>[] {
  const [headings, ...rows] = list as [string[], ...string[][]];
  const mapping = { columns: matchHeadings(headings), fixed };
  return judgeRows(
    ASSETS,
    rows.map((cells, index) => ({ row: index + 2, cells })),
    mapping,
    headings.length,
    world,
  );
}
const HEADINGS = ['Tag', 'Name', 'Kind', 'Hosting', 'Holds ePHI'];
const GOOD = ['DEV-9', 'Laptop', 'device', 'portable', 'yes'];

describe('a row of a list', () => {
  it('with a new tag will be made, and says unknown of what it does not tell', () => {
    const [row] = judgeList([HEADINGS, GOOD]);
    expect(row).toMatchObject({ row: 2, outcome: 'create', problems: [] });
    expect(newAssetFacts(row!.facts, 'DEV-9')).toMatchObject({
      encryptionAtRest: 'unknown',
      backup: 'unknown',
      lifecycle: 'in-service',
      holdsEphi: true,
    });
  });

  it.each(['disposed', 'Disposed of', 'destroyed'])(
    'that says %s is taken as retired, and told so',
    (word) => {
      const headings = [...HEADINGS, 'Status'];
      const [made, changed] = judgeList([
        headings,
        [...GOOD, word],
        ['SYS-001', 'File server', 'system', 'on-premises', 'yes', word],
      ]);
      for (const row of [made, changed]) {
        expect(row?.facts.lifecycle).toBe('retired');
        expect(row?.remarks).toEqual([expect.stringContaining('the record is missing')]);
      }
      expect(made?.outcome).toBe('create');
      expect(changed?.outcome).toBe('change');
    },
  );

  it('neither brings back what was disposed of nor changes it, and says why', () => {
    const facts = { ...existing, lifecycle: 'disposed' as const };
    const judge = (status: string) =>
      judgeRows(
        ASSETS,
        [{ row: 2, cells: ['SYS-001', 'File server', status] }],
        { columns: matchHeadings(['Tag', 'Name', 'Status']), fixed: {} },
        3,
        { ...world, assets: new Map([['sys-001', { id: 'asset-1', version: 3, facts }]]) },
      )[0];
    expect(judge('In use')).toMatchObject({
      outcome: 'unchanged',
      remarks: [expect.stringContaining('stays so')],
    });
    expect(judge('disposed')).toMatchObject({ outcome: 'unchanged', remarks: [] });
  });

  it('tells what is done with ePHI in any of the four verbs', () => {
    const headings = [...HEADINGS, 'What it does with ePHI'];
    const [several, none, wrong] = judgeList([
      headings,
      ['DEV-1', 'A', 'device', 'portable', 'yes', 'Creates; stores, sends'],
      ['DEV-2', 'B', 'device', 'portable', 'no', 'none'],
      ['DEV-3', 'C', 'device', 'portable', 'yes', 'creates; juggles'],
    ]);
    expect(several?.facts.phiActivities).toEqual(['creates', 'maintains', 'transmits']);
    expect(none?.facts.phiActivities).toEqual([]);
    expect(wrong?.problems).toMatchObject([{ field: 'phiActivities', value: 'creates; juggles' }]);
  });

  it('is bad where a name hides something that nobody sees, as in the form; notes may', () => {
    const [hidden, joined, noted] = judgeList([
      [...HEADINGS, 'Notes'],
      ['DEV-9', 'Lap\u202Etop', 'device', 'portable', 'yes', ''],
      ['DEV-10', 'می\u200cخواهم', 'device', 'portable', 'yes', ''],
      ['DEV-11', 'Laptop', 'device', 'portable', 'yes', 'as \u200Bpasted'],
    ]);
    expect(hidden?.problems).toMatchObject([
      { column: 1, field: 'name', reason: expect.stringContaining('invisible characters') as string },
    ]);
    expect([joined?.outcome, noted?.outcome]).toEqual(['create', 'create']);
  });

  it('with a known tag changes what it says and leaves the rest', () => {
    const [row] = judgeList([
      ['tag', 'encryption at rest', 'description'],
      ['sys-001', 'Yes', ''],
    ]);
    expect(row).toMatchObject({ outcome: 'change', record: { id: 'asset-1' } });
    expect(row?.facts).toEqual({ tag: 'SYS-001', encryptionAtRest: 'yes' });
  });

  it('that says what is known already changes nothing, in whatever words and order', () => {
    const [row] = judgeList([
      [
        'tag',
        'name',
        'kind',
        'site',
        'owner',
        'hosting',
        'PHI types',
        'records',
        'encrypted',
        'backup',
        'status',
      ],
      [
        'sys-001',
        'File server',
        'Server',
        'MAIN STREET',
        'maria@clinic.example',
        'on prem',
        'Imaging; claims',
        '1,200',
        'n',
        'yes',
        'active',
      ],
    ]);
    expect(row).toMatchObject({ outcome: 'unchanged', problems: [] });
  });

  it.each([
    [
      'Kind',
      'spaceship',
      /not one of the known words: system, application, device, media, facility, process \(People’s work\)/,
    ],
    ['Site', 'Mars', /no site of this name\. Your sites are: Main Street/],
    ['Owner', 'Nobody', /No colleague has this name/],
    ['Owner', 'Sam Lee', /Several colleagues have this name/],
    ['PHI types', 'labs, gossip', /“gossip” is not a known type of PHI/],
    ['PHI records', 'many', /whole number/],
    ['PHI records', '1.200', /whole number/],
    ['PHI records', '99999999999', /too large/],
    ['Name', 'x'.repeat(201), /201 characters; at most 200/],
    ['Notes', 'bell\u0007', /cannot be printed/],
    ['Holds ePHI', 'perhaps', /known words: yes, no/],
  ])('with a bad %s (%j) is bad, and says why', (heading, value, reason) => {
    const headings = [...HEADINGS.filter((name) => name !== heading), heading];
    const [row] = judgeList([headings, [...GOOD.filter((_, index) => HEADINGS[index] !== heading), value]]);
    expect(row?.outcome).toBe('bad');
    expect(row?.problems).toEqual([
      {
        column: headings.length - 1,
        field: matchHeadings([heading])[0],
        value: value.slice(0, 200),
        reason: expect.stringMatching(reason),
      },
    ]);
  });

  it('names every bad cell, not only the first', () => {
    const [row] = judgeList([HEADINGS, ['', '', 'spaceship', '', 'perhaps']]);
    expect(row?.problems.map(({ column }) => column)).toEqual([2, 4, 1, 3]);
  });

  it('that has the tag of another is bad as that one is, and each says which row has it too', () => {
    const rows = judgeList([
      HEADINGS,
      GOOD,
      ['dev-9', 'Other', 'device', 'portable', 'no'],
      ['', ...GOOD.slice(1)],
    ]);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['bad', 'bad', 'create']);
    expect(rows.slice(0, 2).map(({ problems }) => problems)).toMatchObject([
      [{ column: 0, field: 'tag', value: 'DEV-9', reason: expect.stringMatching(/^Row 3 has this tag too/) }],
      [{ column: 0, field: 'tag', value: 'dev-9', reason: expect.stringMatching(/^Row 2 has this tag too/) }],
    ]);
  });

  it('that has the tag of an asset of ours is bad where another row has it too, and changes nothing', () => {
    const rows = judgeList([
      ['Tag', 'Notes'],
      ['SYS-001', 'a'],
      ['sys-001', 'b'],
    ]);
    expect(rows.map(({ outcome, changes }) => [outcome, changes])).toEqual([
      ['bad', []],
      ['bad', []],
    ]);
  });

  it('with a cell beyond the headings is bad: nothing is dropped in silence', () => {
    const [row] = judgeList([HEADINGS, [...GOOD, '', 'lost']]);
    expect(row?.problems).toMatchObject([
      { column: 6, value: 'lost', reason: expect.stringContaining('right of the last of the 5 headings') },
    ]);
  });

  it('takes a value for all rows where the list has no such column', () => {
    const list = [['Name'], ['Door']];
    expect(judgeList(list)[0]?.problems.map(({ field, column }) => [field, column])).toEqual([
      ['kind', null],
      ['hosting', null],
      ['holdsEphi', null],
    ]);
    expect(judgeList(list, { kind: 'facility', hosting: 'on-premises', holdsEphi: 'no' })[0]).toMatchObject({
      outcome: 'create',
      facts: { kind: 'facility', holdsEphi: false },
    });
  });

  it('of an asset that is there changes by the value for all rows too, and says that the file does not say so', () => {
    const list = [
      ['Tag', 'Encrypted'],
      ['sys-001', 'no'],
      ['DEV-9', ''],
    ];
    const [known, made] = judgeList(list, { hosting: 'cloud', kind: 'system' });
    expect(known).toMatchObject({
      outcome: 'change',
      facts: { hosting: 'cloud', kind: 'system' },
      changes: ['hosting'],
      chosen: ['hosting', 'kind'],
      remarks: [expect.stringMatching(/^Changed by the value.*every row, not by the file: Where it runs\.$/)],
    });
    expect(made).toMatchObject({ outcome: 'bad', chosen: ['hosting', 'kind'], remarks: [] });
    expect(judgeList(list, { hosting: 'on-premises' })[0]).toMatchObject({
      outcome: 'unchanged',
      remarks: [],
    });
  });

  it('keeps to its cells where a column holds the field: empty ones are filled only of what is new', () => {
    const [full, empty, known] = judgeList(
      [HEADINGS, GOOD, ['DEV-10', 'Door', 'facility', '', 'no'], ['SYS-001', '', '', '', '']],
      { hosting: 'cloud' },
    );
    expect(full).toMatchObject({ facts: { hosting: 'portable' }, chosen: [] });
    expect(empty).toMatchObject({ outcome: 'create', facts: { hosting: 'cloud' }, chosen: ['hosting'] });
    expect(known).toMatchObject({ outcome: 'unchanged', chosen: [] });
    expect(known!.facts).toEqual({ tag: 'SYS-001' });
  });

  it('reads the value for all rows as a cell, whatever the field is', () => {
    const choice = {
      site: 'main street',
      owner: 'maria@clinic.example',
      phiTypes: 'claims; imaging',
      phiRecordCount: '1,200',
      vendorName: 'Acme',
      backup: 'daily',
      lifecycle: 'destroyed',
    };
    const [row] = judgeList([HEADINGS, GOOD], choice);
    expect(row).toMatchObject({ outcome: 'create', chosen: Object.keys(choice) });
    expect(row!.facts).toMatchObject({
      siteId: 'site-1',
      ownerId: 'mem-1',
      phiTypes: ['billing', 'images'],
      phiRecordCount: 1_200,
      vendorName: 'Acme',
      backup: 'untested',
      lifecycle: 'retired',
    });
    expect(row!.remarks).toEqual([
      expect.stringContaining('the record is missing'),
      expect.stringContaining('restoring was never tested'),
    ]);
    for (const backup of ['Untested', 'Never tested'])
      expect(judgeList([HEADINGS, GOOD], { backup })[0]!.remarks).toEqual([]);
  });

  it.each([
    ['site', 'Mars', /no site of this name/],
    ['hosting', 'moon', /not one of the known words: on-premises/],
    ['vendorName', 'x'.repeat(201), /201 characters; at most 200/],
    ['phiRecordCount', 'many', /whole number/],
  ])('is bad where the value for all rows is no %s', (field, value, reason) => {
    const headings = HEADINGS.filter((_, index) => matchHeadings(HEADINGS)[index] !== field);
    const cells = GOOD.filter((_, index) => matchHeadings(HEADINGS)[index] !== field);
    const [row] = judgeList([headings, cells], { [field]: value });
    expect(row).toMatchObject({ outcome: 'bad', chosen: [] });
    expect(row!.problems).toEqual([
      { column: null, field, value: value.slice(0, 200), reason: expect.stringMatching(reason) as string },
    ]);
  });

  it('without a tag says when an asset of that name is there', () => {
    const [row] = judgeList([HEADINGS, ['', 'FILE server', 'system', 'cloud', 'yes']]);
    expect(row).toMatchObject({ outcome: 'create', remarks: [expect.stringContaining('(SYS-001)')] });
  });

  it('of a workbook says which values a formula gave or a merged cell lent, and that it was hidden', () => {
    const cells = ['DEV-9', 'Pump', 'device', 'portable', 'yes'];
    const [row] = judgeRows(
      ASSETS,
      [{ row: 2, cells, marks: { 1: 'formula', 2: 'merged' }, hidden: true }],
      { columns: matchHeadings(HEADINGS), fixed: {} },
      5,
      world,
    );
    expect(row).toMatchObject({ outcome: 'create', facts: { name: 'Pump' } });
    expect(row!.remarks).toEqual([
      expect.stringMatching(/formula.*: Name\./),
      expect.stringMatching(/merged.*: Kind\./),
      expect.stringContaining('hidden'),
    ]);
  });

  it('of a workbook is bad where a cell shows an error, or a formula that was never calculated', () => {
    const cells = ['DEV-9', '#REF!', 'device', '', 'yes'];
    const [row] = judgeRows(
      ASSETS,
      [{ row: 2, cells, marks: { 1: 'error', 3: 'formula-without-result' } }],
      { columns: matchHeadings(HEADINGS), fixed: {} },
      5,
      world,
    );
    expect(row!.problems.map(({ column, reason }) => [column, reason])).toEqual([
      [1, expect.stringContaining('error #REF!')],
      [3, expect.stringContaining('what it gave')],
    ]);
  });
});

describe('judging', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.constantFrom('yes', 'no', 'device', 'cloud', 'SYS-001', 'Main Street', 'retired', '12'),
  );
  const list = fc.record({
    headings: fc.array(
      fc.oneof(
        fc.string({ maxLength: 12 }),
        fc.constantFrom(...ASSET_COLUMN_NAMES.map((field) => ASSET_COLUMNS[field].heading)),
      ),
      { minLength: 1, maxLength: 20 },
    ),
    rows: fc.array(fc.array(cell, { maxLength: 22 }), { maxLength: 12 }),
    chosen: fc.dictionary(fc.constantFrom(...ASSET_COLUMN_NAMES.filter((field) => field !== 'tag')), cell, {
      noNullPrototype: true,
      maxKeys: 4,
    }),
  });

  it('gives each row one verdict, is bad exactly when it names a cell, and never throws', () => {
    fc.assert(
      fc.property(list, ({ headings, rows, chosen }) => {
        const judged = judgeList([headings, ...rows], chosen);
        expect(judged).toHaveLength(rows.length);
        for (const row of judged) {
          expect(row.outcome === 'bad').toBe(row.problems.length > 0);
          if (row.outcome === 'create') {
            const facts = newAssetFacts(row.facts, row.facts.tag ?? 'X-1');
            expect(facts.name).not.toBe('');
            expect(ASSET_KINDS).toContain(facts.kind);
          }
        }
      }),
    );
  });

  it('of a row does not depend on the rows around it, but for tags', () => {
    fc.assert(
      fc.property(list, ({ headings, rows, chosen }) => {
        const untagged = headings.map((heading) => (matchHeadings([heading])[0] === 'tag' ? 'x' : heading));
        const together = judgeList([untagged, ...rows], chosen).map(({ outcome }) => outcome);
        const alone = rows.map((row) => judgeList([untagged, row], chosen)[0]?.outcome);
        expect(together).toEqual(alone);
      }),
    );
  });
});
