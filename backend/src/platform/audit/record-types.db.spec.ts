import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/test-app.js';
import { declaredPermissions } from '../access/roles.js';
import { TenantDb } from '../database/tenant-db.js';
import { declareRecordTypes, recordId, recordTypes } from './record-types.js';

let test: TestApp;

beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

it('every kind of record is read under a permission that exists, and is named by SQL that works', async () => {
  expect(recordTypes().size).toBeGreaterThan(10);
  for (const [name, type] of recordTypes()) {
    if (type.read !== 'any-member')
      expect([name, declaredPermissions().has(type.read)]).toEqual([name, true]);
    await test.as(test.a.members['compliance-officer'], () =>
      test.app.get(TenantDb).read(async (tx) => {
        if (type.labels) expect(await tx.query(type.labels, [tx.organizationId, [test.b.id]])).toEqual([]);
        if (type.own) expect(await tx.query(type.own, [tx.organizationId, test.b.id, test.b.id])).toEqual([]);
      }),
    );
  }
});

it('a kind that is declared twice is refused, and one that nobody declared keeps its own name', () => {
  expect(() => declareRecordTypes({ site: { idKind: 'asset', read: 'any-member' } })).toThrow(
    'declared twice',
  );
  expect(recordId('new-thing', '01990000-0000-7000-8000-000000000001')).toBe(
    'new-thing_01990000000070008000000000000001',
  );
  expect(recordId('site', '01990000-0000-7000-8000-000000000001')).toBe(
    'sit_01990000000070008000000000000001',
  );
});
