import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { COMPARED_OF_ASSETS, COMPARED_OF_FLOWS } from '../../inventory/index.js';
import { makeAsset, makeFlow } from '../../inventory/inventory.spec-kit.js';
import { startAssessment } from '../assessments.spec-kit.js';
import { MOST_CHANGES } from '../changes.schemas.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import { makeRisk, RATED, uuid } from '../register.spec-kit.js';
import { buildReport } from './build-report.js';
import { wholeComparison, type ComparableReport, type LaterReport } from './comparable-report.js';
import { compareReports } from './compare-reports.js';
import { compareWithDraft } from './compare-with-draft.js';
import { ReportPacks, type PacksOfReport } from './report-packs.js';

/** More than a list of changes holds, and than are looked for one by one. */
const MANY = 1020;
let test: TestApp;
let draftId: string;
let packs: PacksOfReport;
let draft: ComparableReport;
const readDraft = (): Promise<ComparableReport> => inside((tx) => buildReport(tx, draftId, packs));
const inside = <T>(work: (tx: ReadTx) => Promise<T>): Promise<T> =>
  test.as(test.a.members['compliance-officer'], () => test.app.get(TenantDb).read(work));

beforeAll(async () => {
  test = await startTestApp();
  const officer = await test.signIn('compliance-officer');
  const ehr = await makeAsset(officer, { tag: 'APP-1', name: 'EHR', notes: 'Seen by Mrs. "Quimby"\n' });
  const screen = await makeAsset(officer, {
    tag: 'É-1',
    name: 'Écran',
    phiTypes: ['billing', 'medications'],
  });
  await makeAsset(officer, { tag: '\u212A-1', name: 'Kelvin', phiRecordCount: 12, portable: true });
  const outside = await makeAsset(officer, { tag: 'OUT-1', name: 'Left out' });
  await makeAsset(officer, { kind: 'process', holdsEphi: false, lifecycle: 'disposed' });
  const flows = [
    { name: 'Übertragung', from: { assetId: ehr.id }, to: { assetId: screen.id }, purpose: 'Payment' },
    { name: 'Claims', from: { assetId: ehr.id }, phiTypes: ['billing'], offshore: true },
    { name: 'claims', from: { assetId: ehr.id } },
    { name: 'Lab | Results', from: { assetId: ehr.id } },
    { name: 'Not looked at', from: { assetId: outside.id } },
    { name: 'Over', from: { assetId: ehr.id }, active: false },
  ];
  const made = [];
  for (const flow of flows) made.push(await makeFlow(officer, flow));
  const { id } = await startAssessment(officer);
  await officer
    .put(`/api/v1/assessments/${id}/exclusions/${outside.id}`)
    .send({ reason: 'No ePHI' })
    .expect(200);
  await makeRisk(officer, id, { title: 'Lost', ...RATED, assetId: ehr.id });
  await makeRisk(officer, id, { title: 'Read by strangers', dataFlowId: made[0]!.id });
  const closed = await makeRisk(officer, id, { title: 'No more' });
  draftId = uuid(id);
  await test.database.asSuperuser(`update risk set status = 'closed' where id = $1`, [uuid(closed.id)]);
  packs = await inside(async (tx) => test.app.get(ReportPacks).load(tx, await assessmentPins(tx, draftId)));
  draft = await readDraft();
});
afterAll(() => test.close());

type List = 'assets' | 'dataFlows' | 'risks';
/** What became of one row since. */
const step = fc.record({
  list: fc.constantFrom<List>('assets', 'dataFlows', 'risks'),
  at: fc.nat(10),
  what: fc.constantFrom('drop', 'change', 'change', 'case', 'twice', 'older', 'strange-id'),
  field: fc.nat(30),
  text: fc.constantFrom('x', 'É', 'k-1', 'ß', 'line\n"break"\\\u2028', '', '𝒳', 'APP-1', 'Lab | x'),
});
const history = fc.record({
  steps: fc.array(step, { maxLength: 25 }),
  isEmpty: fc.constantFrom<List | null>(null, null, 'assets', 'dataFlows', 'risks'),
  lacks: fc.constantFrom(null, null, 'phiActivities', 'notes', 'backup'),
  onOtherScale: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
type Past = typeof history extends fc.Arbitrary<infer P> ? P : never;
type Row = Record<string, unknown>;

function taken({ list, what, field, text }: Step, rows: Row[], at: number): void {
  const row = rows[at]!;
  if (what === 'drop') rows.splice(at, 1);
  else if (what === 'twice') {
    // A risk has an id of its own.
    const id = list === 'risks' ? { id: `rsk_${String(rows.length).padStart(32, '0')}` } : {};
    rows.push({ ...row, ...id, ...(text ? { purpose: text, notes: text } : {}) });
  } else if (what === 'case')
    for (const key of ['tag', 'name']) if (key in row) row[key] = String(row[key]).toUpperCase();
  if (what === 'older' && list !== 'risks') delete row[['purpose', 'notes', 'backup'][field % 3]!];
  if (what === 'strange-id' && list === 'risks') row['id'] = `rsk_${text}${at}`;
  if (what !== 'change') return;
  if (list === 'risks') {
    const level = { likelihood: 'low', impact: 'low', level: field % 2 ? 'low' : 'moderate' };
    Object.assign(
      row,
      [{ residual: level }, { status: 'closed' }, { residual: null }, { title: text }][field % 4],
    );
    return;
  }
  const fields = Object.keys(row).filter((key) => key !== 'inScope' && key !== 'exclusionReason');
  const key = fields[field % fields.length]!;
  row[key] = otherwise(row[key], text);
}

function otherwise(value: unknown, text: string): unknown {
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return [...(value as unknown[]), text];
  return typeof value === 'number' ? null : text;
}

/** The draft as it might have been a year ago. */
function earlier({ steps, isEmpty, lacks, onOtherScale }: Past, now = draft): ComparableReport {
  const report = structuredClone(now);
  // Rows of each list, to be changed by the names of their fields.
  const lists = report as unknown as Record<List, Row[]>;
  if (isEmpty) lists[isEmpty] = [];
  if (lacks) for (const row of lists.assets) delete row[lacks];
  if (onOtherScale) report.assessment.scale.levels.reverse();
  for (const one of steps) {
    const rows = lists[one.list];
    const at = one.at % Math.max(1, rows.length);
    if (rows[at]) taken(one, rows, at);
  }
  return report;
}

describe('what differs between an earlier analysis and a draft', () => {
  it('is the same whether the database tells what differs, or both are compared as a whole', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (past) => {
        const before = earlier(past);
        const told = await inside((tx) => compareWithDraft(tx, draftId, packs, before));
        expect(compareReports(told)).toEqual(compareReports(wholeComparison(before, draft)));
      }),
      { numRuns: 60 },
    );
  });

  it('compares every field that a report tells of an asset and a flow', () => {
    const sorted = (names: readonly string[]) => [...names].sort();
    expect(sorted(Object.keys(draft.assets[0]!))).toEqual(
      sorted([...COMPARED_OF_ASSETS, 'inScope', 'exclusionReason']),
    );
    expect(sorted(Object.keys(draft.dataFlows[0]!))).toEqual(sorted(COMPARED_OF_FLOWS));
  });

  it('leaves out what is the same, and of what is new all that no list shows', async () => {
    await addMany();
    const now = await readDraft();
    const lengths = ({ assets, dataFlows, risks }: ComparableReport | LaterReport) =>
      [assets, dataFlows, risks].map((rows) => rows.length);
    const same = await inside((tx) => compareWithDraft(tx, draftId, packs, now));
    expect([lengths(same.before), lengths(same.after)]).toEqual([
      // Of two flows that are known by one name all is handed over, but what is the same.
      [0, 2, 0],
      [0, 1, 0],
    ]);
    expect(same.leftOut).toEqual({
      assets: { same: MANY + 3, added: 0 },
      dataFlows: { same: MANY + 3, added: 0 },
      risks: { same: MANY + 2, added: 0 },
    });
    const nothing = { ...now, assets: [], dataFlows: [], risks: [] };
    const all = await inside((tx) => compareWithDraft(tx, draftId, packs, nothing));
    // Of those in other letters than ASCII, an asset, another one and a flow, all are handed over.
    expect(lengths(all.after)).toEqual([MOST_CHANGES + 2, MOST_CHANGES + 1, MOST_CHANGES]);
    const named = [...all.after.assets, ...all.after.dataFlows].filter((row) => 'newName' in row);
    expect(named).toHaveLength(2 * MOST_CHANGES);
    expect(all.after.risks.every((risk) => 'isNew' in risk)).toBe(true);
    expect(all.leftOut.risks).toEqual({ same: 0, added: MANY + 2 - MOST_CHANGES });
    expect(compareReports(all)).toEqual(compareReports(wholeComparison(nothing, now)));
    const some = { ...now, assets: draft.assets, dataFlows: draft.dataFlows, risks: draft.risks };
    expect(compareReports(await inside((tx) => compareWithDraft(tx, draftId, packs, some)))).toEqual(
      compareReports(wholeComparison(some, now)),
    );
  });

  it('is the same also of long lists', async () => {
    const now = await readDraft();
    await fc.assert(
      fc.asyncProperty(history, async (past) => {
        const before = earlier(past, now);
        const told = await inside((tx) => compareWithDraft(tx, draftId, packs, before));
        expect(compareReports(told)).toEqual(compareReports(wholeComparison(before, now)));
      }),
      { numRuns: 12 },
    );
  });
});

async function addMany(): Promise<void> {
  const many = [
    `insert into asset (organization_id, id, tag, name, kind, hosting, holds_ephi, encryption_at_rest, encryption_in_transit, backup)
     select organization_id, gen_random_uuid(), 'B-' || n, 'Bulk ' || n, 'device', 'cloud', true, 'yes', 'yes', 'none'
     from assessment, generate_series(1, ${MANY}) n`,
    `insert into data_flow (organization_id, id, code, name, from_asset_id, to_party, counterparty, transport_security)
     select organization_id, gen_random_uuid(), 'B-' || n, 'Bulk ' || n, id, 'State', 'other', 'none'
     from asset, generate_series(1, ${MANY}) n where tag = 'APP-1'`,
    `insert into risk (organization_id, id, assessment_id, number, title)
     select organization_id, gen_random_uuid(), id, 1000 + n, 'Bulk ' || n from assessment, generate_series(1, ${MANY}) n`,
  ];
  for (const statement of many) await test.database.asSuperuser(statement);
}
