import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { buildReport } from '../application/build-report.js';
import { ReportPacks } from '../application/report-packs.js';
import { startAssessment } from '../assessments.spec-kit.js';
import { uuid } from '../register.spec-kit.js';
import type { AssessmentReport } from '../report/assessment-report.schema.js';
import { RISK_SORTS, type RiskListQuery } from '../risk.schemas.js';
import { assessmentPins } from './assessment-pins.js';
import { listRisks } from './risk-list.query.js';

const RISKS = 6_000;
let test: TestApp;
let officer: Agent;
let assessmentId: string;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  assessmentId = uuid((await startAssessment(officer)).id);
  await startAssessment(await test.signIn('compliance-officer', test.b));
  await test.database.asSuperuser(
    `insert into risk (organization_id, id, assessment_id, number, title, inherent_likelihood, inherent_impact, inherent_level,
       inherent_rank, residual_likelihood, residual_impact, residual_level, residual_rank)
     select organization_id, gen_random_uuid(), id, n, 'Risk ' || md5(n::text), 'high', 'high', 'high', 75, 'high', 'high', 'high', 25 * (n % 4)
     from assessment, generate_series(1, ${RISKS}) n`,
  );
  await test.database.asSuperuser(
    `insert into remediation_action (organization_id, id, assessment_id, number, title, risk_id)
     select organization_id, gen_random_uuid(), assessment_id, number, 'Against it', id from risk where number <= 1000`,
  );
  await test.database.asSuperuser('vacuum analyze risk');
  await test.database.asSuperuser('vacuum analyze remediation_action');
});
afterAll(() => test.close());

/** Reads as the officer and keeps every statement. */
async function spied<T>(
  read: (tx: ReadTx) => Promise<T>,
): Promise<{ result: T; statements: string[]; explain: () => Promise<string> }> {
  const statements: { sql: string; params: unknown[] }[] = [];
  const inside = <R>(work: (tx: ReadTx) => Promise<R>): Promise<R> =>
    test.as(test.a.members['compliance-officer'], () => test.app.get(TenantDb).read(work));
  const result = await inside((tx) =>
    read({
      ...tx,
      query: (sql, params = []) => {
        statements.push({ sql, params });
        return tx.query(sql, params);
      },
    }),
  );
  const explain = async (): Promise<string> => {
    const { sql, params } = statements.at(-1)!;
    const rows = await inside((tx) => tx.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, params));
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };
  return { result, statements: statements.map(({ sql }) => sql), explain };
}

const query = (more: Partial<RiskListQuery>): RiskListQuery => ({ limit: 50, sort: 'residual', ...more });

describe('a page of the register', () => {
  it.each(RISK_SORTS)(
    'sorted by %s is one statement and a range of an index, also far behind',
    async (sort) => {
      const first = await spied((tx) => listRisks(tx, query({ sort })));
      const second = await spied((tx) => listRisks(tx, query({ sort, cursor: first.result.nextCursor! })));
      for (const { statements, result, explain } of [first, second]) {
        expect(statements).toHaveLength(1);
        expect(result).toMatchObject({ total: RISKS, totalIsCapped: false });
        const plan = await explain();
        expect(plan).not.toMatch(/Seq Scan on risk\b/);
        expect(plan).toMatch(/Index (Only )?Scan (Backward )?using risk_\w+ on risk/);
      }
      expect(await second.explain()).toMatch(/Index Cond: .*(ROW\(|number >)/);
    },
  );

  it.each<[string, Partial<RiskListQuery>]>([
    ['status', { status: 'open' }],
    ['level', { level: 'high' }],
    ['treatment', { treatment: 'undecided' }],
    ['owner', { ownerId: 'none' }],
  ])('filtered by %s is counted in the index alone', async (_filter, more) => {
    const { explain } = await spied((tx) => listRisks(tx, query(more)));
    expect(await explain()).toMatch(/Index Only Scan using risk_\w+ on risk/);
  });

  it.each(RISK_SORTS)('searched and sorted by %s reads the words of a row once', async (sort) => {
    const found = (await spied((tx) => listRisks(tx, query({ sort, limit: RISKS })))).result.items.filter(
      ({ title }) => title.includes('f0'),
    );
    const first = await spied((tx) => listRisks(tx, query({ sort, q: 'F0' })));
    const { nextCursor: cursor, ...page } = first.result;
    expect(page).toEqual({ items: found.slice(0, 50), total: found.length, totalIsCapped: false });
    expect((await first.explain()).match(/title ~~\*/g)).toHaveLength(1);
    const second = await spied((tx) => listRisks(tx, query({ sort, q: 'F0', cursor: cursor! })));
    expect(second.result.items).toEqual(found.slice(50, 100));
    expect(second.result.total).toBe(found.length);
  });
});

describe('a cell of the heat map', () => {
  const cell = (name: string, more: Partial<RiskListQuery> = {}): RiskListQuery =>
    query({ assessmentId, cell: `${name}:high:low`, limit: 5, ...more });
  beforeAll(async () => {
    await test.database.asSuperuser(
      `update risk set residual_impact = 'low', inherent_impact = 'low' where number % 100 = 3`,
    );
    await test.database.asSuperuser('vacuum analyze risk');
  });

  it.each(['residual', 'inherent'])(
    'before or with safeguards (%s) is a range of its index',
    async (view) => {
      const first = await spied((tx) => listRisks(tx, cell(view)));
      expect(first.result).toMatchObject({ total: RISKS / 100, totalIsCapped: false });
      const later = await spied((tx) => listRisks(tx, cell(view, { cursor: first.result.nextCursor! })));
      for (const { statements, explain } of [first, later]) {
        expect(statements).toHaveLength(1);
        const plan = await explain();
        expect(plan).toMatch(new RegExp(`using risk_of_${view}_cell on risk`));
        expect(plan).not.toMatch(/Seq Scan on risk\b/);
      }
      expect(await first.explain()).toMatch(new RegExp(`Index Only Scan using risk_of_${view}_cell on risk`));
      expect(await later.explain()).toMatch(/Index Cond: .*ROW\(/);
    },
  );
});

describe('the report', () => {
  const report = async (): Promise<{ result: AssessmentReport; statements: string[] }> => {
    const packs = await spied(async (tx) =>
      test.app.get(ReportPacks).load(tx, await assessmentPins(tx, assessmentId)),
    );
    return spied((tx) => buildReport(tx, assessmentId, packs.result));
  };

  it(`of ${RISKS} risks and a thousand actions is a handful of statements`, async () => {
    const { result, statements } = await report();
    expect(result.risks).toHaveLength(RISKS);
    expect(result.actions).toHaveLength(1_000);
    expect(statements.length).toBeLessThanOrEqual(20);
  });
});
