import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createDataSource } from '../../database/data-source.js';
import { TenantDb } from '../../database/tenant-db.js';
import { DataKeys } from '../../crypto/data-keys.js';
import { newId } from '../../database/new-id.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { AuditSealer } from '../seal/audit-sealer.js';
import { typedId } from '../../kernel/typed-id.js';
import { AuditTrail } from './audit-trail.js';

let test: TestApp;
let officer: Agent;
let siteId: string;

beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  const admin = await test.signIn('org-admin');
  siteId = (await admin.post('/api/v1/sites').send({ name: 'Clínica de la Peña — Łódź' }).expect(201)).body
    .id;
  await admin
    .patch(`/api/v1/sites/${siteId}`)
    .set('If-Match', '"v1"')
    .send({ city: 'Elko', phone: '775 555 0100' })
    .expect(200);
  await (await test.signIn('staff')).get('/api/v1/members').expect(403);
  const worker = await createDataSource(test.database.url('part164_worker'), 2, []).initialize();
  const sealer = new AuditSealer(worker, test.app.get(DataKeys));
  // What others of this server have open holds the sealer back for a moment.
  await vi.waitFor(async () => {
    await sealer.sealOnce();
    const [row] = await test.database.asSuperuser<{ open: number }>(
      'select (select count(*) from audit.event)::int - (select count(*) from audit.leaf)::int as open',
    );
    expect(row!.open).toBe(0);
  }, 20_000);
  await worker.destroy();
});
afterAll(() => test.close());

interface Read {
  pdf: PDFDocumentProxy;
  raw: Buffer;
  fileName: string;
  /** Without the blanks, which a reader of PDF makes up. */
  text: string;
  pages: string[];
}

async function download(query: Record<string, string | number> = {}): Promise<Read> {
  const { body, headers } = await officer
    .get('/api/v1/audit-events/export.pdf')
    .query(query)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    })
    .expect(200)
    .expect('Content-Type', 'application/pdf');
  const pdf = await getDocument({ data: new Uint8Array(body as Buffer), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const content = await (await pdf.getPage(n)).getTextContent();
    pages.push(
      content.items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s/g, ''),
    );
  }
  return {
    pdf,
    raw: body as Buffer,
    pages,
    text: pages.join(''),
    fileName: headers['content-disposition'] as string,
  };
}

const recordMany = (rows: number, detail: object = {}): Promise<void> =>
  test.as(test.a.members['compliance-officer'], () =>
    test.app.get(TenantDb).write((tx) => {
      for (let n = 0; n < rows; n += 1)
        tx.audit.record({ action: 'site.updated', target: { type: 'site', id: newId() }, detail });
      return Promise.resolve();
    }),
  );

describe('the audit trail as a PDF', () => {
  it('holds every field of every event that is not empty', async () => {
    const { items } = (await officer.get('/api/v1/audit-events').query({ targetId: siteId }).expect(200))
      .body;
    const { text } = await download({ targetId: siteId });
    for (const item of items) {
      const { id, actor, action, target, parent, requestId, ip, changedFields, position } = item;
      const values = [
        id,
        actor.id,
        actor.name,
        action,
        target.id,
        target.label,
        parent.id,
        parent.label,
        requestId,
        ip,
        ...changedFields,
        `No.${position}`,
      ];
      for (const value of values.filter(Boolean)) expect(text).toContain(String(value).replace(/\s/g, ''));
    }
    const denied = await download({ outcome: 'denied' });
    for (const word of ['Denied', 'access.denied', 'permission:member:read', 'route:GET/api/v1/members'])
      expect(denied.text).toContain(word);
  });

  it('says on its cover of whom it is, which part, under which filters, and what to check it against', async () => {
    const { rootHash } = (await officer.get('/api/v1/audit-events/verification').expect(200)).body;
    const { pages, fileName } = await download({ action: 'site.updated' });
    for (const words of [
      'AuditTrail',
      'AlderFamilyClinic',
      'Volume1of1',
      '1to1of1',
      'actionsite.updated',
      'America/Denver',
      rootHash,
    ]) {
      expect(pages[0]!.toLowerCase()).toContain(words.toLowerCase());
    }
    expect(fileName).toMatch(/filename="audit-log-\d{4}-\d\d-\d\d-volume-1\.pdf"$/);
    pages.forEach((page, n) => expect(page).toContain(`Page${n + 1}of${pages.length}`));
  });

  it('is tagged, named, in a language, and has only fonts that it brings along', async () => {
    const { pdf, raw } = await download();
    expect((await pdf.getMetadata()).info).toMatchObject({
      Title: 'Audit trail, Alder Family Clinic, volume 1 of 1',
      Language: 'en-US',
    });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    const tree = JSON.stringify(await (await pdf.getPage(2)).getStructTree());
    for (const role of ['H2', 'Table', 'TR', 'TH', 'TD']) expect(tree).toContain(`"role":"${role}"`);
    const source = raw.toString('latin1');
    const fonts = source.match(/\/Type \/FontDescriptor/g)?.length ?? 0;
    expect(fonts).toBeGreaterThan(2);
    expect(source.match(/\/FontFile2/g)).toHaveLength(fonts);
    expect(source).not.toContain('Helvetica');
    expect(source).toContain('pdfuaid:part');
  });

  it('has a bookmark for each day', async () => {
    await test.database.asSuperuser(
      `insert into audit.event select (jsonb_populate_record(e, jsonb_build_object('id', '019b0000-0000-7000-8000-00000000000' || n, 'at', '2025-12-0' || n || 'T18:00:00Z'))).*
       from audit.event e, generate_series(1, 3) as n where e.id = (select id from audit.event where organization_id = $1 order by id limit 1)`,
      [test.a.id],
    );
    const { pdf } = await download({ from: '2019-01-01' });
    const titles = (await pdf.getOutline()).map((item) => item.title);
    expect(titles.slice(0, 2)).toEqual(['About this volume', 'Monday, December 1, 2025']);
    expect(titles).toHaveLength(5);
    await test.database.asSuperuser(`delete from audit.event where at < '2026-01-01'`);
  });

  it('breaks what is too long for a line, and a row that is too long for a page', async () => {
    await recordMany(1, { note: `${'x'.repeat(9_000)} end` });
    const { text, pages } = await download({ action: 'site.updated' });
    expect(text.match(/x/g)!.length).toBeGreaterThanOrEqual(9_000);
    expect(text).toContain('end');
    expect(pages.length).toBeGreaterThan(3);
  });

  it('comes in volumes, and says so when one is not there', async () => {
    test.app.get(AuditTrail).rowsAVolume = 20;
    const member = test.a.members['compliance-officer'];
    const query = { actorId: typedId('member', member.memberId), action: 'site.updated' };
    await recordMany(44);
    const volumes = [
      await download(query),
      await download({ ...query, volume: 2 }),
      await download({ ...query, volume: 3 }),
    ];
    volumes.forEach(({ pages }, n) => expect(pages[0]).toContain(`Volume${n + 1}of3`));
    const ids = volumes.map(({ text }) => text.match(/aud_[0-9a-f]{32}/g) ?? []);
    expect(ids.map((list) => list.length)).toEqual([20, 20, 5]);
    expect([...new Set(ids.flat())]).toEqual(ids.flat().sort());
    const { body } = await officer
      .get('/api/v1/audit-events/export.pdf')
      .query({ ...query, volume: 4 })
      .expect(404);
    expect(body).toMatchObject({
      code: 'audit.volume-missing',
      detail: 'The log has 3 volumes under these filters.',
    });
  });

  it('is itself recorded', async () => {
    const { items } = (
      await officer.get('/api/v1/audit-events').query({ action: 'audit.exported', limit: 1 }).expect(200)
    ).body;
    expect(items[0].detail).toMatchObject({ format: 'pdf', filter: {} });
  });

  // At the end, since it adds to the log.
  it('tells a character that no font has, or that nobody sees, by its number', async () => {
    const id = newId();
    const details = { note: '🏥 中 a\u202Eb Ñandú Łódź' };
    const member = { ...test.a.members['compliance-officer'], name: 'Front 🏥\u200B desk' };
    await test.as(member, () =>
      test.app.get(TenantDb).write((tx) => {
        tx.audit.record({
          action: 'site.updated',
          target: { type: 'site', id },
          reasonCode: 'spec.glyphs',
          detail: details,
        });
        return Promise.resolve();
      }),
    );
    const { text } = await download({ targetId: typedId('site', id) });
    expect(text).toContain('Front[U+1F3E5][U+200B]desk');
    expect(text).toContain('[U+1F3E5][U+4E2D]a[U+202E]bÑandúŁódź');
    expect(text).not.toContain('\uFFFD');
  });
});
