import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import { anAsset, makeAsset, makeFlow } from '../inventory.spec-kit.js';

let test: TestApp;
let officer: Agent;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
});
afterAll(() => test.close());

describe('adding an asset', () => {
  it('gives it the next tag of its kind, and honest unknowns', async () => {
    const first = await officer
      .post('/api/v1/assets')
      .send(anAsset({ kind: 'system' }))
      .expect(201);
    expect(first.body).toMatchObject({
      tag: 'SYS-001',
      encryptionAtRest: 'unknown',
      backup: 'unknown',
      lifecycle: 'in-service',
      phiTypes: [],
      notes: '',
    });
    expect(first.headers['etag']).toBe('"v1"');
    expect((await makeAsset(officer, { kind: 'system' })).tag).toBe('SYS-002');
  });

  it('refuses a tag that is in use, in any case, and says whose it is', async () => {
    await makeAsset(officer, { tag: 'FRONT-1', name: 'Front desk computer' });
    const answer = await officer
      .post('/api/v1/assets')
      .send(anAsset({ tag: 'front-1' }))
      .expect(409);
    expect(answer.body).toMatchObject({
      code: 'asset.tag-taken',
      fieldErrors: { tag: [expect.stringContaining('“Front desk computer”')] },
    });
  });

  it('gives ten people at once ten tags', async () => {
    const made = await Promise.all(
      Array.from({ length: 10 }, () => makeAsset(officer, { kind: 'facility' })),
    );
    expect(new Set(made.map(({ tag }) => tag)).size).toBe(10);
  });

  it('names each field that needs another look', async () => {
    const answer = await officer
      .post('/api/v1/assets')
      .send({ name: ' ', kind: 'spaceship', hosting: 'cloud', phiRecordCount: -1 })
      .expect(400);
    expect(Object.keys((answer.body as { fieldErrors: object }).fieldErrors).sort()).toEqual([
      'holdsEphi',
      'kind',
      'name',
      'phiRecordCount',
    ]);
  });

  it('refuses a site and an owner that are not ours', async () => {
    const body = anAsset({
      siteId: typedId('site', test.b.id),
      ownerId: typedId('member', test.b.members.staff.memberId),
    });
    const answer = await officer.post('/api/v1/assets').send(body).expect(400);
    expect((answer.body as { fieldErrors: object }).fieldErrors).toEqual({
      siteId: ['Choose one of your sites.'],
      ownerId: ['Choose a colleague.'],
    });
  });

  it('keeps the notes encrypted', async () => {
    const { id } = await makeAsset(officer, { notes: 'Password hint of Mrs. Quimby' });
    const [row] = await test.database.asSuperuser<{ notes: Buffer }>(
      'select notes from asset where id = $1',
      [uuid(id)],
    );
    expect(row?.notes.includes(Buffer.from('Quimby'))).toBe(false);
    expect((await officer.get(`/api/v1/assets/${id}`).expect(200)).body).toMatchObject({
      notes: 'Password hint of Mrs. Quimby',
    });
  });
});

describe('changing an asset', () => {
  it('needs the version that was seen', async () => {
    const { id } = await makeAsset(officer);
    await officer.patch(`/api/v1/assets/${id}`).send({ name: 'New' }).expect(428);
    await officer.patch(`/api/v1/assets/${id}`).set('If-Match', '"v1"').send({ name: 'New' }).expect(200);
    const stale = await officer
      .patch(`/api/v1/assets/${id}`)
      .set('If-Match', '"v1"')
      .send({ name: 'Newer' })
      .expect(412);
    expect(stale.body).toMatchObject({ code: 'asset.stale' });
  });

  it('leaves alone what is not named, and records the names of the fields and no values', async () => {
    const { id } = await makeAsset(officer, { notes: 'kept', location: 'Closet' });
    const answer = await officer
      .patch(`/api/v1/assets/${id}`)
      .set('If-Match', '"v1"')
      .send({ encryptionAtRest: 'yes', notes: '' })
      .expect(200);
    expect(answer.body).toMatchObject({ encryptionAtRest: 'yes', notes: '', location: 'Closet', version: 2 });
    const [event] = await eventsOf(id);
    expect(event).toMatchObject({ action: 'asset.updated', changed_fields: ['encryptionAtRest', 'notes'] });
    expect(JSON.stringify(event)).not.toContain('kept');
  });

  it('retires it without deleting it, and can bring it back', async () => {
    const { id } = await makeAsset(officer);
    await officer
      .patch(`/api/v1/assets/${id}`)
      .set('If-Match', '"v1"')
      .send({ lifecycle: 'retired' })
      .expect(200);
    await officer
      .patch(`/api/v1/assets/${id}`)
      .set('If-Match', '"v2"')
      .send({ lifecycle: 'in-service' })
      .expect(200);
    await officer.delete(`/api/v1/assets/${id}`).expect(404);
    expect((await eventsOf(id)).map(({ action }) => action)).toEqual([
      'asset.returned-to-service',
      'asset.retired',
      'asset.created',
    ]);
  });
});

describe('the list of assets', () => {
  let lister: Agent;
  beforeAll(async () => {
    lister = await test.signIn('compliance-officer', test.b);
    const site = await lister
      .post('/api/v1/sites')
      .send({ name: 'North' })
      .catch(() => undefined);
    const siteId = (site?.body as { id?: string }).id;
    await makeAsset(lister, {
      name: 'beta server',
      kind: 'system',
      tag: 'B-1',
      hosting: 'on-premises',
      encryptionAtRest: 'no',
      siteId,
    });
    await makeAsset(lister, {
      name: 'Alpha laptop',
      kind: 'device',
      tag: 'A-9',
      hosting: 'portable',
      portable: true,
      encryptionAtRest: 'yes',
    });
    await makeAsset(lister, {
      name: '100%_sure',
      kind: 'application',
      tag: 'C-1',
      holdsEphi: false,
      ownerId: typedId('member', test.b.members.auditor.memberId),
    });
    await makeAsset(lister, { name: 'delta', kind: 'process', tag: 'D-1', lifecycle: 'retired' });
  });
  const names = async (query: string) => {
    const answer = await lister.get(`/api/v1/assets${query}`).expect(200);
    return (answer.body as { items: { name: string }[] }).items.map(({ name }) => name);
  };

  it.each([
    ['', ['100%_sure', 'Alpha laptop', 'beta server', 'delta']],
    ['?sort=-name', ['delta', 'beta server', 'Alpha laptop', '100%_sure']],
    ['?sort=tag', ['Alpha laptop', 'beta server', '100%_sure', 'delta']],
    ['?kind=device', ['Alpha laptop']],
    ['?holdsEphi=false', ['100%_sure']],
    ['?lifecycle=retired', ['delta']],
    ['?encryptionAtRest=no', ['beta server']],
    ['?siteId=none', ['100%_sure', 'Alpha laptop', 'delta']],
    ['?ownerId=none', ['Alpha laptop', 'beta server', 'delta']],
    ['?q=ALPHA', ['Alpha laptop']],
    ['?q=b-1', ['beta server']],
    ['?q=100%25_', ['100%_sure']],
    ['?q=%25', ['100%_sure']],
  ])('%s shows %j', async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  it.each(['name', '-name', 'tag', 'kind', '-kind', 'updatedAt', '-updatedAt'])(
    'sorted by %s pages without gaps and repeats',
    async (sort) => {
      const whole = await names(`?sort=${sort}`);
      const paged: string[] = [];
      let cursor: string | null = null;
      do {
        const answer = await lister
          .get(`/api/v1/assets?limit=1&sort=${sort}${cursor ? `&cursor=${cursor}` : ''}`)
          .expect(200);
        const page = answer.body as { items: { name: string }[]; nextCursor: string | null; total: number };
        paged.push(...page.items.map(({ name }) => name));
        expect(page.total).toBe(4);
        cursor = page.nextCursor;
      } while (cursor);
      expect(paged).toEqual(whole);
    },
  );

  it.each([
    'AAAA',
    'WyJuYW1lIiwxLDJd',
    Buffer.from(JSON.stringify(['updatedAt', '2026-13-45', '00000000-0000-0000-0000-000000000000'])).toString(
      'base64url',
    ),
  ])('refuses the made-up page mark %s', async (cursor) => {
    const answer = await lister.get(`/api/v1/assets?sort=updatedAt&cursor=${cursor}`).expect(400);
    expect(answer.body).toMatchObject({ code: 'request.cursor-unreadable' });
  });
});

describe('the export of assets', () => {
  it('holds every field, runs no formula and reads back as unchanged', async () => {
    const agent = await test.signIn('org-admin');
    const full = await makeAsset(agent, {
      tag: 'EXP-1',
      name: '=HYPERLINK("http://x")',
      description: '+1 description',
      location: '@closet',
      vendorName: '-Vendor',
      phiTypes: ['images', 'billing'],
      phiRecordCount: 7,
      encryptionAtRest: 'partial',
      encryptionInTransit: 'yes',
      backup: 'tested',
      internetFacing: true,
      portable: true,
      lifecycle: 'planned',
      notes: '\uff1dfull width, "quoted"\nsecond line',
      ownerId: typedId('member', test.a.members.auditor.memberId),
    });
    const answer = await agent.get('/api/v1/assets/export.csv?q=EXP-1').expect(200);
    expect(answer.headers['content-type']).toContain('text/csv');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="assets.csv"');
    expect(answer.text).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(answer.text).toContain(`"'\uff1dfull width, ""quoted""\nsecond line"`);
    for (const value of [
      "'+1 description",
      "'@closet",
      "'-Vendor",
      'Images and scans; Claims and bills',
      'In part,Yes,Restore tested,yes,yes,Planned',
      full.id,
      'auditor of Alder Family Clinic',
    ])
      expect(answer.text).toContain(value);

    const back = await agent
      .post('/api/v1/asset-imports')
      .send({ fileName: 'back.csv', content: answer.text })
      .expect(201);
    expect(back.body).toMatchObject({ counts: { create: 0, change: 0, unchanged: 1, bad: 0 } });
  });

  it('comes as JSON with values of their kind', async () => {
    const { body } = await officer.get('/api/v1/assets/export.json?q=EXP-1').expect(200);
    expect(body).toEqual([
      expect.objectContaining({
        tag: 'EXP-1',
        holdsEphi: true,
        phiRecordCount: 7,
        phiTypes: ['images', 'billing'],
      }),
    ]);
  });

  it('as a workbook reads back as unchanged, through an import', async () => {
    const bytes = (answer: NodeJS.ReadableStream, done: (error: Error | null, body: Buffer) => void) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () => done(null, Buffer.concat(pieces)));
    };
    const file = await officer
      .get('/api/v1/assets/export.xlsx?q=EXP-1')
      .buffer()
      .parse(bytes as never)
      .expect(200);
    const back = await officer
      .post('/api/v1/asset-imports')
      .attach('file', file.body as Buffer, 'back.xlsx')
      .expect(201);
    expect(back.body).toMatchObject({ counts: { create: 0, change: 0, unchanged: 1, bad: 0 } });
  });

  it('is recorded, and streams lists of any length', async () => {
    const auditor = await test.signIn('auditor');
    await test.database.asSuperuser(
      `insert into asset (organization_id, id, tag, name, kind, hosting, holds_ephi, encryption_at_rest, encryption_in_transit, backup)
       select $1, gen_random_uuid(), 'BULK-' || n, 'bulk ' || n, 'media', 'paper', false, 'unknown', 'unknown', 'none' from generate_series(1, 1234) n`,
      [test.a.id],
    );
    const answer = await auditor.get('/api/v1/assets/export.csv?kind=media&q=bulk').expect(200);
    expect(answer.text.trim().split('\r\n')).toHaveLength(1235);
    const [event] = await test.database.asSuperuser<{ detail: object }>(
      `select detail from audit.event where organization_id = $1 and action = 'asset.exported' order by id desc limit 1`,
      [test.a.id],
    );
    expect(event?.detail).toEqual({
      rows: 1234,
      format: 'csv',
      filter: { kind: 'media', q: 'not kept' },
    });
    await test.database.asSuperuser(`delete from asset where organization_id = $1 and tag like 'BULK-%'`, [
      test.a.id,
    ]);
  });
});

function uuid(id: string): string {
  return id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function eventsOf(id: string) {
  return test.database.asSuperuser<{ action: string; changed_fields: string[] }>(
    'select action, changed_fields, value_macs, detail from audit.event where target_id = $1 order by id desc',
    [uuid(id)],
  );
}

describe('a flow between assets', () => {
  it('shows on the list of those that touch an asset', async () => {
    const [from, other] = [await makeAsset(officer), await makeAsset(officer)];
    const flow = await makeFlow(officer, { from: { assetId: from.id } });
    const touching = async (id: string) =>
      (
        (await officer.get(`/api/v1/data-flows?assetId=${id}`).expect(200)).body as {
          items: { id: string }[];
        }
      ).items.map((item) => item.id);
    expect(await touching(from.id)).toEqual([flow.id]);
    expect(await touching(other.id)).toEqual([]);
  });
});
