import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { newId } from '../../../platform/database/new-id.js';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { addDays, calendarDate } from '../../../platform/kernel/calendar-date.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { Obligations } from '../application/obligations.js';
import type { NewObligation } from '../domain/obligation.js';
import type { obligationPage, obligationView } from '../obligation.schemas.js';

type Page = z.infer<typeof obligationPage>;
type View = z.infer<typeof obligationView>;

describe('obligations', () => {
  let app: TestApp;
  let moved: string;

  beforeAll(async () => {
    app = await startTestApp();
    const { staff } = app.a.members;
    for (let day = 1; day <= 5; day += 1)
      await write((tx) => open(tx, obligation(day, day % 2 === 0 ? staff.memberId : null)));
    moved = await write(async (tx) => {
      const one = obligation(40, staff.memberId);
      const id = await open(tx, one);
      await app.app.get(Obligations).move(tx, one, addDays(tx.today, 50), 'The vendor needs ten days more.');
      return id;
    });
    await write(async (tx) => {
      const done = obligation(9, staff.memberId);
      await open(tx, done);
      await app.app.get(Obligations).meet(tx, done, tx.today);
    });
  });
  afterAll(() => app.close());

  const write = <T>(work: (tx: WriteTx) => Promise<T>): Promise<T> =>
    app.as(app.a.members['compliance-officer'], () => app.app.get(TenantDb).write(work));
  const open = (tx: WriteTx, one: NewObligation): Promise<string> =>
    app.app.get(Obligations).open(tx, { ...one, dueOn: addDays(tx.today, Number(one.facts!['inDays'])) });
  const obligation = (inDays: number, ownerId: string | null): NewObligation => ({
    kind: 'remediation-action.due',
    subject: { type: 'remediation-action', id: newId() },
    title: `Due in ${inDays} days`,
    dueOn: calendarDate('2030-01-01'),
    citation: '45 CFR 164.308(a)(1)(ii)(B)',
    ruleVersion: 'own plan',
    facts: { inDays },
    ownerId,
  });
  const list = async (
    query: string,
    role: 'compliance-officer' | 'auditor' = 'compliance-officer',
  ): Promise<Page> =>
    (await (await app.signIn(role)).get(`/api/v1/obligations${query}`).expect(200)).body as Page;
  const titles = (page: Page): string[] => page.items.map((item) => item.title);

  it('are listed soonest first, page by page', async () => {
    const first = await list('?status=open&limit=4');
    expect(titles(first)).toEqual(['Due in 1 days', 'Due in 2 days', 'Due in 3 days', 'Due in 4 days']);
    expect(first).toMatchObject({ total: 6, totalIsCapped: false });
    const second = await list(`?status=open&limit=4&cursor=${first.nextCursor}`);
    expect(titles(second)).toEqual(['Due in 5 days', 'Due in 40 days']);
    expect(second.nextCursor).toBeNull();
  });

  it('are filtered by owner, status, kind and date', async () => {
    const owner = typedId('member', app.a.members.staff.memberId);
    expect(titles(await list(`?ownerId=${owner}&status=open`))).toEqual([
      'Due in 2 days',
      'Due in 4 days',
      'Due in 40 days',
    ]);
    expect(titles(await list('?status=met'))).toEqual(['Due in 9 days']);
    expect((await list('?kind=risk-analysis.review')).total).toBe(0);
    const { items } = await list('?status=open');
    expect(titles(await list(`?status=open&dueBefore=${items[1]!.dueOn}`))).toEqual(['Due in 1 days']);
  });

  it('tell where their date comes from, how it moved and why, and who is reminded when', async () => {
    const agent = await app.signIn('auditor');
    const view = (await agent.get(`/api/v1/obligations/${typedId('obligation', moved)}`).expect(200))
      .body as View;
    expect(view).toMatchObject({
      citation: '45 CFR 164.308(a)(1)(ii)(B)',
      ruleVersion: 'own plan',
      facts: { inDays: 40 },
      timeZone: 'America/Denver',
      owner: { name: app.a.members.staff.name },
      kindLabel: 'Remediation action',
      isOverdue: false,
    });
    expect(view.changes.map((change) => change.reason)).toEqual([
      'own plan',
      'The vendor needs ten days more.',
    ]);
    expect(view.changes[1]!.changedBy!.name).toBe(app.a.members['compliance-officer'].name);
    expect(view.changes[1]!.toDueOn).toBe(view.dueOn);
    const waiting = view.milestones
      .filter((milestone) => milestone.state === 'waiting')
      .map((milestone) => milestone.name);
    expect(waiting).toEqual(['before-30', 'before-14', 'before-7', 'due', 'overdue-7']);
    expect(view.milestones.some((milestone) => milestone.state === 'cancelled')).toBe(true);
  });

  it('are not for staff to browse: theirs are on their desk', async () => {
    const staff = await app.signIn('staff');
    await staff.get('/api/v1/obligations').expect(403);
    await staff.get(`/api/v1/obligations/${typedId('obligation', moved)}`).expect(403);
  });

  it('are not found by another organization', async () => {
    const other = await app.signIn('compliance-officer', app.b);
    expect((await other.get('/api/v1/obligations').expect(200)).body).toMatchObject({ items: [], total: 0 });
    await other.get(`/api/v1/obligations/${typedId('obligation', moved)}`).expect(404);
  });

  it('refuse a filter or a page mark that is none', async () => {
    const officer = await app.signIn('compliance-officer');
    for (const query of ['status=late', 'kind=x', 'ownerId=1', 'dueBefore=soon', 'cursor=x', 'limit=101']) {
      await officer.get(`/api/v1/obligations?${query}`).expect(400);
    }
  });

  it('cannot be owned by a member of another organization, nor have their history changed', async () => {
    await expect(write((tx) => open(tx, obligation(3, app.b.members.staff.memberId)))).rejects.toThrow(
      /foreign key/,
    );
    for (const sql of [
      `update obligation_change set reason = 'x'`,
      'delete from obligation_change',
      'delete from obligation',
      'delete from obligation_milestone',
    ]) {
      await expect(write((tx) => tx.query(sql))).rejects.toThrow('permission denied');
    }
  });
});
