import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarDateIn } from '../../../platform/kernel/calendar-date.js';
import { uuidOf } from '../../../platform/kernel/typed-id.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import type { ScaleItem, ScaleView } from '../scale.schemas.js';
import { adoptScale, contentOf, draftScale, fourByFour, scaleCall } from '../scales.spec-kit.js';

let test: TestApp;
let officer: Agent;
let admin: Agent;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  admin = await test.signIn('org-admin');
});
afterAll(() => test.close());

interface Problem {
  code: string;
  fieldErrors: Record<string, string[]>;
}
const show = async ({ id }: Pick<ScaleView, 'id'>, agent = officer): Promise<ScaleView> =>
  (await agent.get(`/api/v1/risk-scales/${id}`).expect(200)).body as ScaleView;

describe('a draft', () => {
  it('begins from a scale of the pack, whole, and is changed with the version that was seen', async () => {
    const draft = await draftScale(officer, { title: 'Clinic scale' });
    expect(draft).toMatchObject({
      number: 1,
      status: 'draft',
      basedOnPack: 'risk-scales 2026.1 nist-five-level',
      problems: [],
      warnings: [],
      changes: null,
      allowedActions: ['edit', 'propose', 'discard'],
    });
    expect(draft.content.likelihood.map(({ value }) => value)).toEqual([0, 2.5, 5, 7.5, 10]);
    expect(draft.content.levels.map(({ rank }) => rank)).toEqual([0, 25, 50, 75, 100]);
    await officer.patch(`/api/v1/risk-scales/${draft.id}`).send({ title: 'x' }).expect(428);
    const four = await scaleCall(officer, 'patch', draft)
      .send({ content: fourByFour(draft) })
      .expect(200);
    expect((four.body as ScaleView).content.levels).toHaveLength(4);
    await scaleCall(officer, 'patch', draft).send({ title: 'late' }).expect(412);
    const events = await test.database.asSuperuser<{ action: string; changed_fields: string[] }>(
      `select action, changed_fields from audit.event where target_type = 'risk-scale' order by id desc limit 2`,
    );
    expect(events).toMatchObject([
      { action: 'scale.updated', changed_fields: ['content'] },
      { action: 'scale.drafted' },
    ]);
  });

  it('keeps what is not whole, says what is missing, and cannot be proposed', async () => {
    const draft = await draftScale(officer, { reason: '' });
    const content = contentOf(draft);
    content.likelihood[1]!.label = '';
    content.matrix['step-5']!['step-5'] = 'level-1';
    const saved = (await scaleCall(officer, 'patch', draft).send({ content }).expect(200)).body as ScaleView;
    expect(saved.problems.map(({ path }) => path)).toEqual(['likelihood.1.label', 'matrix.step-5.step-5']);
    expect(saved.allowedActions).toEqual(['edit', 'discard']);
    const refused = await scaleCall(officer, 'post', saved, '/proposal').expect(400);
    expect(refused.body as Problem).toMatchObject({ code: 'scale.incomplete' });
    expect(Object.keys((refused.body as Problem).fieldErrors)).toEqual([
      'reason',
      'likelihood.1.label',
      'matrix.step-5.step-5',
    ]);
    expect(await show(saved)).toEqual(saved);
  });

  it('without a cell says so', async () => {
    const draft = await draftScale(officer);
    const content = contentOf(draft);
    content.matrix = {};
    const saved = (await scaleCall(officer, 'patch', draft).send({ content }).expect(200)).body as ScaleView;
    expect(saved.problems).toHaveLength(25);
    expect(saved.warnings).toHaveLength(5);
  });

  it('is thrown away, and only a draft', async () => {
    const draft = await draftScale(officer);
    await scaleCall(officer, 'delete', draft).expect(204);
    await officer.get(`/api/v1/risk-scales/${draft.id}`).expect(404);
    const adopted = await adoptScale(officer, admin, await draftScale(officer));
    const refused = await scaleCall(officer, 'delete', adopted).expect(409);
    expect(refused.body as Problem).toMatchObject({ code: 'scale.not-a-draft' });
  });

  it.each([
    [{ title: '' }, 'title'],
    [{ from: { packScale: 'seven' } }, 'from'],
    [{ from: { version: `scl_${'0'.repeat(32)}` } }, 'from'],
    [{ reason: 'x'.repeat(2_001) }, 'reason'],
  ])('with %j is refused at %s', async (wrong, field) => {
    const answer = await officer
      .post('/api/v1/risk-scales')
      .send({ from: { packScale: 'nist-five-level' }, title: 'x', reason: 'y', ...wrong })
      .expect(400);
    expect(Object.keys((answer.body as Problem).fieldErrors)).toEqual([field]);
  });

  it('refuses content that is no scale, by field', async () => {
    const draft = await draftScale(officer);
    const content = contentOf(draft);
    const wrong = [
      { ...content, likelihood: [...content.likelihood, content.likelihood[0]] },
      { ...content, levels: [{ ...content.levels[0], label: 'x'.repeat(61) }] },
      { ...content, matrix: { 'step-1': { 'step-1': 'everything' } } },
    ];
    const fields: string[] = [];
    for (const sent of wrong) {
      const answer = await scaleCall(officer, 'patch', draft).send({ content: sent }).expect(400);
      fields.push(...Object.keys((answer.body as Problem).fieldErrors));
    }
    expect(fields).toEqual(['content.likelihood', 'content.levels.0.label', 'content.matrix.step-1.step-1']);
  });
});

describe('a scale comes into force', () => {
  it('by two people, with its hash, the day and who adopted it', async () => {
    const draft = await draftScale(officer, { title: 'In force' });
    const proposed = (await scaleCall(officer, 'post', draft, '/proposal').expect(200)).body as ScaleView;
    expect(proposed).toMatchObject({ status: 'proposed', allowedActions: ['return'] });
    const own = await scaleCall(officer, 'post', proposed, '/adoption').expect(403);
    expect(own.body as Problem).toMatchObject({ code: 'scale.own-proposal' });
    expect((await show(proposed, admin)).allowedActions).toEqual(['adopt', 'return']);
    const adopted = (await scaleCall(admin, 'post', proposed, '/adoption').expect(200)).body as ScaleView;
    expect(adopted).toMatchObject({
      status: 'adopted',
      adoptedOn: calendarDateIn('America/Denver', new Date()),
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(adopted.adoptedBy!.id).not.toBe(adopted.proposedBy!.id);
    const changed = await scaleCall(officer, 'patch', adopted).send({ title: 'Other' }).expect(409);
    expect(changed.body as Problem).toMatchObject({ code: 'scale.not-a-draft' });
    await scaleCall(admin, 'post', adopted, '/adoption').expect(409);
  });

  it('or is sent back with a note, and mended', async () => {
    const draft = await draftScale(officer);
    const proposed = (await scaleCall(officer, 'post', draft, '/proposal').expect(200)).body as ScaleView;
    await scaleCall(officer, 'patch', proposed).send({ title: 'x' }).expect(409);
    const silent = await scaleCall(admin, 'post', proposed, '/return').send({ note: '' }).expect(400);
    expect(Object.keys((silent.body as Problem).fieldErrors)).toEqual(['note']);
    const back = await scaleCall(admin, 'post', proposed, '/return')
      .send({ note: 'High and moderate are the wrong way round.' })
      .expect(200);
    expect(back.body).toMatchObject({
      status: 'draft',
      proposedBy: null,
      returned: { note: 'High and moderate are the wrong way round.' },
    });
    await scaleCall(officer, 'patch', back.body as ScaleView)
      .send({ reason: 'Mended' })
      .expect(200);
  });

  it('and the next version takes its place: one at a time, with what it changed', async () => {
    const first = await adoptScale(officer, admin, await draftScale(officer, { title: 'Twice' }));
    const next = await draftScale(officer, { from: { version: first.id }, title: 'Twice' });
    expect(next).toMatchObject({ number: 2, changes: { since: { number: 1 }, rows: [], cells: [] } });
    const twice = await officer
      .post('/api/v1/risk-scales')
      .send({ from: { version: first.id }, title: 'Twice' })
      .expect(409);
    expect(twice.body as Problem).toMatchObject({ code: 'scale.in-work' });
    const content = contentOf(next);
    content.levels[4]!.label = 'Unbearable';
    content.matrix['step-5']!['step-4'] = 'level-5';
    content.matrix['step-4']!['step-4'] = 'level-5';
    const saved = (await scaleCall(officer, 'patch', next).send({ content }).expect(200)).body as ScaleView;
    expect(saved.changes).toMatchObject({
      rows: [{ part: 'levels', change: 'changed', label: 'Unbearable', earlierLabel: 'Very high' }],
      cells: [
        { likelihood: 'High', impact: 'High', from: 'High', to: 'Unbearable' },
        { likelihood: 'Very high', impact: 'High', from: 'High', to: 'Unbearable' },
      ],
    });
    const second = await adoptScale(officer, admin, saved);
    expect(second.versions.map(({ number, status }) => [number, status])).toEqual([
      [2, 'adopted'],
      [1, 'superseded'],
    ]);
    expect(await show(first)).toMatchObject({ status: 'superseded', content: first.content });
    const retired = await scaleCall(admin, 'post', second, '/retirement')
      .send({ reason: 'Nobody understood it.' })
      .expect(200);
    expect(retired.body).toMatchObject({ status: 'retired', ended: { reason: 'Nobody understood it.' } });
  });

  it('under a name that no other scale in force has', async () => {
    await adoptScale(officer, admin, await draftScale(officer, { title: 'Only one' }));
    const other = await draftScale(officer, { title: 'ONLY ONE' });
    const refused = await scaleCall(officer, 'post', other, '/proposal').expect(409);
    expect(refused.body as Problem).toMatchObject({
      code: 'scale.title-taken',
      fieldErrors: { title: ['Another scale in force is called “Only one”.'] },
    });
  });

  it('once, when two adopt it at the same time', async () => {
    const second = await test.signIn('compliance-officer', test.a);
    const draft = await draftScale(officer);
    const proposed = (await scaleCall(officer, 'post', draft, '/proposal').expect(200)).body as ScaleView;
    const answers = await Promise.all(
      [admin, admin, second].map((agent) => scaleCall(agent, 'post', proposed, '/adoption')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, expect.anything(), expect.anything()]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

describe('the list', () => {
  it('is filtered by how they stand and turned by page', async () => {
    const theirs = await test.signIn('compliance-officer', test.b);
    const approver = await test.signIn('org-admin', test.b);
    await adoptScale(theirs, approver, await draftScale(theirs, { title: 'beta' }));
    await draftScale(theirs, { title: 'Alpha' });
    const list = async (query: string) =>
      (await theirs.get(`/api/v1/risk-scales${query}`).expect(200)).body as {
        items: ScaleItem[];
        nextCursor: string | null;
        total: number;
      };
    const first = await list('?limit=1');
    expect(first).toMatchObject({ total: 2, items: [{ title: 'Alpha', status: 'draft', analyses: 0 }] });
    expect((await list(`?limit=1&cursor=${first.nextCursor}`)).items).toMatchObject([{ title: 'beta' }]);
    expect((await list('?status=adopted')).items).toMatchObject([
      { title: 'beta', size: { likelihood: 5, impact: 5, levels: 5 } },
    ]);
  });
});

describe('a scale as a file', () => {
  it('has every step, level and cell, and it is on record who took it out', async () => {
    const draft = await draftScale(officer, { from: { packScale: 'sra-three-level' } });
    const { body } = await officer.get(`/api/v1/risk-scales/${draft.id}/export.json`).expect(200);
    expect(body).toHaveLength(3 + 3 + 3 + 9);
    expect(body).toContainEqual(
      expect.objectContaining({ part: 'matrix', likelihood: 'High', impact: 'Medium', level: 'High' }),
    );
    const { text } = await officer.get(`/api/v1/risk-scales/${draft.id}/export.csv`).expect(200);
    expect(text.split('\r\n').length).toBeGreaterThan(18);
    const seen = await test.database.asSuperuser<{ detail: object }>(
      `select detail from audit.event where action = 'scale.exported' order by id`,
    );
    expect(seen.map(({ detail }) => detail)).toEqual([{ format: 'json' }, { format: 'csv' }]);
  });
});

describe('the database itself', () => {
  it.each([
    [`title = 'Other'`, 'stays as it is'],
    [`content = '{}'`, 'stays as it is'],
    [`status = 'draft', proposed_by = null, proposed_at = null`, 'stays as it is'],
    [`content_hash = repeat('0', 64)`, 'stays as it is'],
    [`adopted_by = proposed_by`, 'stays as it is'],
  ])('refuses to set %s of what was adopted', async (change, message) => {
    const adopted = await adoptScale(officer, admin, await draftScale(officer));
    const id = uuidOf(adopted.id);
    await expect(
      test.database.asSuperuser(`update risk_scale_version set ${change} where id = $1`, [id]),
    ).rejects.toThrow(message);
    await expect(
      test.database.asSuperuser('delete from risk_scale_version where id = $1', [id]),
    ).rejects.toThrow('only a draft');
  });
});
