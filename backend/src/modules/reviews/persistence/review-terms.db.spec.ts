import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { runInContext } from '../../../platform/context/request-context.js';
import { calendarDate, calendarDateIn } from '../../../platform/kernel/calendar-date.js';
import { contextOf, startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset } from '../../inventory/inventory.spec-kit.js';
import { reviewDueOn } from '../domain/review-term.js';
import { review, STILL_RIGHT, NEEDS_CHANGE } from '../reviews.spec-kit.js';
import { reviewableRecord } from './review-list.js';

let test: TestApp;
let officer: Agent;
let assetId: string;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  const { id } = await makeAsset(officer);
  assetId = id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
});
afterAll(() => test.close());

function asSeenIn(timeZone: string) {
  const context = { ...contextOf(test.a.members['compliance-officer']), timeZone };
  return runInContext(context, () =>
    test.app.get(TenantDb).read((tx) => reviewableRecord(tx, 'asset', assetId)),
  );
}

describe('the date that lists and sweeps count by', () => {
  it.each([
    ['2024-02-29T12:00:00Z', 'America/Denver'],
    // In Denver it is still the leap day, in Auckland long March.
    ['2024-03-01T06:59:00Z', 'America/Denver'],
    ['2024-03-01T06:59:00Z', 'Pacific/Auckland'],
    ['2023-12-31T23:30:00Z', 'Europe/Berlin'],
    ['2024-11-03T07:30:00Z', 'America/Denver'],
  ])('is the one of the rule for what was entered at %s, in %s', async (enteredAt, timeZone) => {
    await test.database.asSuperuser('update asset set created_at = $1 where id = $2', [enteredAt, assetId]);
    const enteredOn = calendarDateIn(timeZone, new Date(enteredAt));
    expect(await asSeenIn(timeZone)).toMatchObject({ enteredOn, dueOn: reviewDueOn(enteredOn, null) });
  });

  it.each([
    ['2024-02-29', STILL_RIGHT],
    ['2024-02-10', NEEDS_CHANGE],
    ['2023-03-01', STILL_RIGHT],
    ['2025-01-31', NEEDS_CHANGE],
  ] as const)('is the one of the rule for a review on %s', async (on, said) => {
    await test.database.asSuperuser('truncate record_review, record_last_review');
    await review(officer, [{ id: `ast_${assetId.replaceAll('-', '')}`, version: 1 }], said);
    await test.database.asSuperuser('update record_last_review set reviewed_on = $1', [on]);
    expect(await asSeenIn('America/Denver')).toMatchObject({
      dueOn: reviewDueOn(calendarDate('2020-01-01'), { on: calendarDate(on), outcome: said.outcome }),
    });
  });
});
