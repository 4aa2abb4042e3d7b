import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Agent } from 'supertest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { TenantDb } from '../../database/tenant-db.js';
import { typedId } from '../../kernel/typed-id.js';

let test: TestApp;
let officer: Agent;
let siteId: string;

beforeAll(async () => {
  test = await startTestApp();
  const admin = await test.signIn('org-admin');
  const created = await admin.post('/api/v1/sites').send({ name: '=cmd()|calc' }).expect(201);
  siteId = created.body.id;
  const changed = await admin
    .patch(`/api/v1/sites/${siteId}`)
    .set('If-Match', '"v1"')
    .send({ city: 'Elko', phone: '775 555 0100' })
    .expect(200);
  await admin
    .patch(`/api/v1/sites/${siteId}`)
    .set('If-Match', `"v${changed.body.version}"`)
    .send({ name: 'North "Annex", Elko' })
    .expect(200);
  await (await test.signIn('staff')).get('/api/v1/members').expect(403);
  officer = await test.signIn('compliance-officer');
});
afterAll(() => test.close());

const list = async (query: Record<string, string | number> = {}) =>
  (await officer.get('/api/v1/audit-events').query(query).expect(200)).body;

describe('the log', () => {
  it('tells who did what to which record, newest first', async () => {
    const { items, total, totalIsCapped } = await list();
    expect(items.map((item: { action: string }) => item.action)).toEqual([
      'access.denied',
      'site.updated',
      'site.updated',
      'site.created',
      'organization.created',
    ]);
    expect({ total, totalIsCapped }).toEqual({ total: 5, totalIsCapped: false });
    expect(items[2]).toMatchObject({
      actor: {
        type: 'person',
        id: typedId('member', test.a.members['org-admin'].memberId),
        name: 'Olga Admin of Alder Family Clinic',
      },
      target: { type: 'site', id: siteId, label: 'North "Annex", Elko' },
      parent: { type: 'organization', label: 'Alder Family Clinic' },
      outcome: 'ok',
      changedFields: ['city', 'phone'],
      position: null,
    });
    expect(items[0]).toMatchObject({
      outcome: 'denied',
      reasonCode: 'access.denied',
      detail: { permission: 'member:read' },
    });
  });

  it('gives pages that neither miss nor repeat', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { id: string }[]; nextCursor: string | null } = await list({
        limit: 2,
        ...(cursor ? { cursor } : {}),
      });
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual((await list()).items.map((item: { id: string }) => item.id));
  });

  it('filters by day in the zone of the organization, person, action, record and result', async () => {
    const count = async (query: Record<string, string>) => (await list(query)).total;
    const today = (await officer.get('/api/v1/session')).body.today;
    expect(await count({ from: today, to: today })).toBe(5);
    expect(await count({ from: '2019-01-01', to: '2019-12-31' })).toBe(0);
    expect(await count({ action: 'site.updated' })).toBe(2);
    expect(await count({ outcome: 'denied' })).toBe(1);
    expect(await count({ actorId: typedId('member', test.a.members.staff.memberId) })).toBe(1);
    expect(await count({ targetId: siteId })).toBe(3);
    expect(await count({ targetId: typedId('organization', test.a.id) })).toBe(4);
    expect(await count({ targetType: 'site', outcome: 'failed' })).toBe(0);
  });

  it('puts an event on the day that it was in the zone, at the very edges too', async () => {
    // Denver is seven hours behind in January: 06:59:59 UTC is still the day before.
    const at = [
      '2026-01-10T06:59:59.999Z',
      '2026-01-10T07:00:00.000Z',
      '2026-01-11T06:59:59.999Z',
      '2026-01-11T07:00:00.000Z',
    ];
    for (const [n, time] of at.entries()) {
      const hex = Date.parse(time).toString(16).padStart(12, '0');
      await test.database.asSuperuser(
        `insert into audit.event select (e).* from (select jsonb_populate_record(e, jsonb_build_object('id', $1::text, 'at', $2::text)) as e
         from audit.event e where organization_id = $3 limit 1) as copied`,
        [`${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-00000000000${n}`, time, test.a.id],
      );
    }
    expect(
      (await list({ from: '2026-01-10', to: '2026-01-10' })).items.map((item: { at: string }) => item.at),
    ).toEqual([at[2], at[1]]);
    await test.database.asSuperuser(`delete from audit.event where at < '2026-02-01'`);
  });

  it('names the field that a filter cannot be', async () => {
    const { body } = await officer
      .get('/api/v1/audit-events')
      .query({ from: '2026-02-30', cursor: 'x', q: 'x' })
      .expect(400);
    expect(Object.keys(body.fieldErrors)).toEqual(expect.arrayContaining(['from', 'cursor']));
  });
});

describe('the history of a record', () => {
  it('is read by whoever may read the record', async () => {
    const staff = await test.signIn('staff');
    const { body } = await staff.get(`/api/v1/records/site/${siteId}/history`).expect(200);
    expect(body.items.map((item: { action: string }) => item.action)).toEqual([
      'site.updated',
      'site.updated',
      'site.created',
    ]);
    expect(body.items[0]).not.toHaveProperty('ip');
    expect(body.items[0]).not.toHaveProperty('requestId');
  });

  it('is closed to others, which is recorded', async () => {
    const member = typedId('member', test.a.members.staff.memberId);
    await (await test.signIn('staff')).get(`/api/v1/records/member/${member}/history`).expect(403);
    expect((await list({ outcome: 'denied', limit: 1 })).items[0].detail).toEqual({
      route: 'GET /records/member/:id/history',
      permission: 'member:read',
    });
  });

  it('of another organization, of nothing, or of no kind, is not found', async () => {
    const birch = await test.signIn('org-admin', test.b);
    await birch.get(`/api/v1/records/site/${siteId}/history`).expect(404);
    await officer.get(`/api/v1/records/site/${typedId('site', test.b.id)}/history`).expect(404);
    await officer.get(`/api/v1/records/anything/${siteId}/history`).expect(404);
  });
});

describe('the log as CSV', () => {
  it('holds every event and field, and no cell that a spreadsheet runs', async () => {
    const { text, headers } = await officer
      .get('/api/v1/audit-events/export.csv')
      .query({ targetId: siteId })
      .expect(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toMatch(/^attachment; filename="audit-log-\d{4}-\d\d-\d\d\.csv"$/);
    const lines = text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^\ufeffPosition,Time \(UTC\),Event,/);
    expect(text).toContain(`Site,${siteId},"North ""Annex"", Elko"`);
    expect(text).toContain('city; phone');
    expect(lines[1]).toMatch(/,Person,mem_.*,changed the site,.*,Done,/);
  });

  it('says codes in the words of the screen, and JSON keeps them', async () => {
    const { text } = await officer
      .get('/api/v1/audit-events/export.csv')
      .query({ outcome: 'denied' })
      .expect(200);
    expect(text).toMatch(/,was refused,a page,.*,Refused,/);
    const { body } = await officer
      .get('/api/v1/audit-events/export.json')
      .query({ outcome: 'denied' })
      .expect(200);
    expect((body as object[])[0]).toMatchObject({
      action: 'access.denied',
      recordType: 'route',
      outcome: 'denied',
      actorType: 'person',
    });
  });

  it('makes formulas harmless', async () => {
    const admin = await test.signIn('org-admin');
    for (const name of ['=1+1', '@SUM(1)', '+1', '-1', "'=1"])
      await admin.post('/api/v1/sites').send({ name }).expect(201);
    const { text } = await officer
      .get('/api/v1/audit-events/export.csv')
      .query({ action: 'site.created' })
      .expect(200);
    for (const name of ["'=1+1", "'@SUM(1)", "'+1", "'-1", "''=1"]) expect(text).toContain(`,${name},`);
    expect(
      text
        .split('\r\n')
        .flatMap((line) => line.split(','))
        .filter((cell) => /^"?[=+\-@]/.test(cell)),
    ).toEqual([]);
  });

  it('is itself recorded, before the first byte leaves', async () => {
    await officer.get('/api/v1/audit-events/export.csv').query({ outcome: 'denied' }).expect(200);
    const [event] = (await list({ action: 'audit.exported', limit: 1 })).items;
    expect(event).toMatchObject({
      actor: { name: test.a.members['compliance-officer'].name },
      detail: { format: 'csv', filter: { outcome: 'denied' } },
    });
  });

  it('comes as JSON and as a workbook, too', async () => {
    const { body } = await officer
      .get('/api/v1/audit-events/export.json')
      .query({ outcome: 'ok' })
      .expect(200);
    expect((body as object[])[0]).toMatchObject({
      action: expect.any(String),
      outcome: 'ok',
      detail: expect.any(String),
    });
    const workbook = await officer.get('/api/v1/audit-events/export.xlsx').expect(200);
    expect(workbook.headers['content-disposition']).toMatch(/audit-log-[\d-]+\.xlsx/);
    await officer.get('/api/v1/audit-events/export.txt').expect(400);
  });

  it('is long without holding a connection while it is read slowly', async () => {
    const db = test.app.get(TenantDb);
    await test.as(test.a.members['compliance-officer'], () =>
      db.write((tx) => {
        for (let n = 0; n < 2_300; n += 1)
          tx.audit.record({ action: 'site.updated', target: { type: 'site', id: null } });
        return Promise.resolve();
      }),
    );
    const { text } = await officer.get('/api/v1/audit-events/export.csv').expect(200);
    expect(text.trimEnd().split('\r\n').length).toBeGreaterThan(2_300);
    expect(new Set(text.match(/aud_[0-9a-f]{32}/g)).size).toBe(text.trimEnd().split('\r\n').length - 1);
  });
});

describe('the seal', () => {
  it('says how far the log is sealed, and takes the wish to verify it', async () => {
    const { body } = await officer.get('/api/v1/audit-events/verification').expect(200);
    expect(body).toMatchObject({ treeSize: 0, rootHash: null, sealedAt: null, lastRun: null });
    expect(body.unsealed).toBeGreaterThan(5);
    expect(body.lagSeconds).toBeGreaterThan(0);
    const { jobId } = (await officer.post('/api/v1/audit-events/verification').expect(202)).body;
    const after = (await officer.get('/api/v1/audit-events/verification').expect(200)).body;
    expect(after.lastRun).toMatchObject({ jobId, status: 'queued', faultCount: null, faults: [] });
  });
});
