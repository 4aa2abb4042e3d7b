import pg from 'pg';
import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { approve, readyAssessment, submit, uuid } from '../register.spec-kit.js';

let test: TestApp;
let officer: Agent;
let signedId: string;
let draftId: string;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  const ready = await readyAssessment(test, officer);
  await approve(await test.signIn('org-admin'), await submit(officer, ready.assessment));
  signedId = uuid(ready.assessment.id);
  draftId = uuid((await readyAssessment(test, officer)).assessment.id);
});
afterAll(() => test.close());

/** As a program would that got hold of the role's password, inside the right organization; rolled back. */
async function tryAs(
  role: 'part164_app' | 'part164_worker',
  sql: string,
  params: unknown[] = [],
): Promise<string> {
  const client = new pg.Client({ connectionString: test.database.url(role) });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.organization_id', $1, true)`, [test.a.id]);
    return `${(await client.query(sql, params)).rowCount ?? 0} rows`;
  } catch (error) {
    return (error as Error).message;
  } finally {
    await client.end();
  }
}

describe.each(['part164_app', 'part164_worker'] as const)('%s', (role) => {
  it.each([
    ['a snapshot', `update assessment_snapshot set statement = 'Something else'`],
    ['the hash of a snapshot', `update assessment_snapshot set content_hash = repeat('0', 64)`],
    ['the way to the signature', `update assessment_step set reason = 'Another'`],
    ['the history of an action', `update remediation_transition set note = 'Another'`],
    ['why a date moved', `update remediation_due_move set reason = 'Another'`],
    ['what became of a risk', `update remediation_outcome set reason = 'Another'`],
  ])('may not change %s', async (_what, sql) => {
    expect(await tryAs(role, sql)).toMatch(/permission denied/);
  });

  it.each([
    'assessment_snapshot',
    'assessment_step',
    'remediation_transition',
    'remediation_outcome',
    'remediation_due_move',
  ])('may not delete from %s', async (table) => {
    expect(await tryAs(role, `delete from ${table}`)).toMatch(/permission denied/);
    expect(await tryAs(role, `truncate ${table}`)).toMatch(/permission denied/);
  });
});

describe('the rows of a signed analysis', () => {
  const STAYS = 'a signed analysis stays as it is';
  const CHANGES: [string, string][] = [
    ['its title', `update assessment set title = 'Another' where id = $1`],
    ['its status', `update assessment set status = 'draft' where id = $1`],
    ['an answer', `update answer set option_id = 'd' where assessment_id = $1`],
    [
      'a new answer',
      `insert into answer (organization_id, id, assessment_id, question_id, option_id, standing, answered_by)
       select organization_id, gen_random_uuid(), id, 'S9-Q9', 'a', 'gap', prepared_by from assessment where id = $1`,
    ],
    [
      'a new finding',
      `insert into finding (organization_id, id, assessment_id, source, source_key, title, standing)
       select organization_id, gen_random_uuid(), id, 'manual', 'x', 'x', 'gap' from assessment where id = $1`,
    ],
    [
      'the scope',
      `insert into assessment_exclusion (organization_id, assessment_id, asset_id, reason)
       select m.organization_id, m.id, a.id, 'left out' from assessment m join asset a using (organization_id) where m.id = $1 limit 1`,
    ],
    [
      'a decision',
      `insert into proposal_dismissal (organization_id, assessment_id, pair_id, subject_id, reason, dismissed_by)
       select organization_id, id, 'P-001', gen_random_uuid(), 'not ours', prepared_by from assessment where id = $1`,
    ],
    [
      'evidence for an answer',
      `insert into evidence (organization_id, id, subject_type, subject_id, assessment_id, title, added_by)
       select organization_id, gen_random_uuid(), 'answer', gen_random_uuid(), id, 'late', prepared_by from assessment where id = $1`,
    ],
  ];

  it.each(CHANGES)('do not take a change of %s, whoever asks', async (_what, sql) => {
    expect(await tryAs('part164_app', sql, [signedId])).toBe(STAYS);
    await expect(test.database.asSuperuser(sql, [signedId])).rejects.toThrow(STAYS);
  });

  it.each(CHANGES)('and those of a draft do take a change of %s', async (_what, sql) => {
    expect(await tryAs('part164_app', sql, [draftId])).toMatch(/^[1-9]\d* rows$/);
  });

  it('cannot be moved into a signed analysis either', async () => {
    expect(
      await tryAs(
        'part164_app',
        `update answer set assessment_id = $1, question_id = 'x' || id where assessment_id = $2`,
        [signedId, draftId],
      ),
    ).toBe(STAYS);
  });
});

describe('a snapshot', () => {
  it('is unreadable in the database', async () => {
    const [row] = await test.database.asSuperuser<{ content: Buffer }>(
      'select content from assessment_snapshot where assessment_id = $1',
      [signedId],
    );
    expect(row!.content.includes('Alder Family Clinic')).toBe(false);
    expect(row!.content.length).toBeGreaterThan(50_000);
  });

  it('is one for each analysis', async () => {
    const again = `insert into assessment_snapshot (organization_id, id, assessment_id, content, content_hash, prepared_by, submitted_by, approved_by, approved_on, statement)
      select organization_id, gen_random_uuid(), assessment_id, content, content_hash, prepared_by, submitted_by, approved_by, approved_on, 'Twice' from assessment_snapshot where assessment_id = $1`;
    expect(await tryAs('part164_app', again, [signedId])).toMatch(/unique/);
  });

  it('is never approved by its own author', async () => {
    const own = `insert into assessment_snapshot (organization_id, id, assessment_id, content, content_hash, prepared_by, submitted_by, approved_by, approved_on, statement)
      select organization_id, gen_random_uuid(), id, '\\x00', repeat('0', 64), prepared_by, prepared_by, prepared_by, current_date, 'Mine' from assessment where id = $1`;
    expect(await tryAs('part164_app', own, [draftId])).toMatch(/check constraint/);
  });
});
