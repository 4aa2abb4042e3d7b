import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import {
  addDays,
  calendarDate,
  calendarDateIn,
  daysBetween,
  type CalendarDate,
} from '../../../platform/kernel/calendar-date.js';
import { AppModule } from '../../../app.module.js';
import { startTestApp, type TestApp, type TestMember } from '../../../testing/test-app.js';
import { startTestWorker, type TestWorker } from '../../../testing/test-worker.js';
import { Obligations } from '../application/obligations.js';
import { RenewReview } from '../application/renew-review.js';
import type { NewObligation } from '../domain/obligation.js';
import { newId } from '../../../platform/database/new-id.js';
import { FollowZone } from './follow-zone.task.js';
import { RemindOfDue } from './remind-of-due.task.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface Message {
  subject: string;
  template: string;
  recipient_id: string;
}

describe('reminders of obligations', () => {
  let app: TestApp;
  let worker: TestWorker;
  let officer: TestMember;
  let staff: TestMember;
  let obligations: Obligations;
  /** Noon in Denver, some days from the real today: past the hour of reminders. */
  let daysFromNow = 0;
  const clock = {
    read: (now: Date) =>
      new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS + 19 * HOUR_MS + daysFromNow * DAY_MS),
  };
  const today = calendarDateIn('America/Denver', clock.read(new Date()));

  beforeAll(async () => {
    app = await startTestApp((config) => AppModule.with(config, clock));
    worker = await startTestWorker(app, { clock });
    officer = app.a.members['compliance-officer'];
    staff = app.a.members.staff;
    obligations = app.app.get(Obligations);
  });
  afterAll(async () => {
    await worker.close();
    await app.close();
  });
  beforeEach(async () => {
    await app.database.asSuperuser(
      'truncate obligation, obligation_change, obligation_milestone, mailbox_message, delivery, outbox cascade',
    );
    await app.database.asSuperuser('update membership set active = true');
  });

  /** Done on another day: reminders that were due since are all still waiting. */
  const onDay = async <T>(
    day: CalendarDate,
    member: TestMember,
    work: (tx: WriteTx) => Promise<T>,
  ): Promise<T> => {
    daysFromNow = daysBetween(today, day);
    try {
      return await app.as(member, () => app.app.get(TenantDb).write(work));
    } finally {
      daysFromNow = 0;
    }
  };

  const action = (dueOn: CalendarDate, ownerId: string | null = staff.memberId): NewObligation => ({
    kind: 'remediation-action.due',
    subject: { type: 'remediation-action', id: newId() },
    title: 'Encrypt the laptops',
    dueOn,
    citation: '45 CFR 164.308(a)(1)(ii)(B)',
    ruleVersion: 'own plan',
    ownerId,
  });
  const sweepAndWork = async (): Promise<number> => {
    await worker.sweep(RemindOfDue);
    return worker.work();
  };
  const mailbox = (): Promise<Message[]> =>
    app.database.asSuperuser<Message>(
      'select subject, template, recipient_id from mailbox_message order by id',
    );
  const states = async (): Promise<string[]> =>
    (
      await app.database.asSuperuser<{ state: string }>(
        `select name || case when enqueued_at is not null then ' sent' when skipped_at is not null then ' skipped'
           when cancelled_at is not null then ' cancelled' else ' waiting' end as state
         from obligation_milestone order by remind_on, name`,
      )
    ).map((row) => row.state);

  it('go to the owner, on the day', async () => {
    await onDay(addDays(today, -90), officer, (tx) => obligations.open(tx, action(addDays(today, -30))));
    await onDay(addDays(today, -20), officer, (tx) => obligations.open(tx, action(addDays(today, 40))));
    expect(await sweepAndWork()).toBe(1);
    const [message] = await mailbox();
    expect(message).toMatchObject({ recipient_id: staff.memberId, template: 'action-overdue' });
    expect(message!.subject).toMatch(/^Overdue action: Encrypt the laptops, since /);
  });

  it('are one after 90 days of standstill, not one for each week', async () => {
    await onDay(addDays(today, -160), officer, (tx) => obligations.open(tx, action(addDays(today, -90))));
    await sweepAndWork();
    await sweepAndWork();
    expect((await mailbox()).filter(({ recipient_id: to }) => to === staff.memberId)).toHaveLength(1);
    expect(await states()).toEqual([
      'before-60 skipped',
      'before-30 skipped',
      'before-14 skipped',
      'before-7 skipped',
      'due skipped',
      'overdue-7 skipped',
      'overdue-84 sent',
      'overdue-91 waiting',
    ]);
  });

  it('are not sent again when the sweep runs twice, or two workers sweep at once', async () => {
    for (let i = 0; i < 20; i += 1)
      await onDay(addDays(today, -10), officer, (tx) => obligations.open(tx, action(addDays(today, -2))));
    const second = await startTestWorker(app, { clock });
    await Promise.all([worker.sweep(RemindOfDue), second.sweep(RemindOfDue), worker.sweep(RemindOfDue)]);
    await Promise.all([worker.work(), second.work()]);
    await second.close();
    const messages = await mailbox();
    expect(messages).toHaveLength(20);
  });

  it('are delivered once when the same job runs again after a crash before its end was noted', async () => {
    await onDay(addDays(today, -10), officer, (tx) => obligations.open(tx, action(addDays(today, -2))));
    await sweepAndWork();
    await app.database.asSuperuser('update outbox set dispatched_at = null, finished_at = null');
    expect(await worker.work()).toBe(1);
    expect(await mailbox()).toHaveLength(1);
  });

  it('go to every compliance officer when the owner has left, and to the admins when there is none', async () => {
    await onDay(addDays(today, -10), officer, (tx) => obligations.open(tx, action(addDays(today, -2))));
    await onDay(addDays(today, -10), officer, (tx) => obligations.open(tx, action(addDays(today, -3), null)));
    await app.database.asSuperuser('update membership set active = false where id = $1', [staff.memberId]);
    await sweepAndWork();
    expect((await mailbox()).map((message) => message.recipient_id)).toEqual([
      officer.memberId,
      officer.memberId,
    ]);

    await onDay(addDays(today, -10), officer, (tx) => obligations.open(tx, action(addDays(today, -2))));
    await app.database.asSuperuser(`update membership set active = false where role = 'compliance-officer'`);
    await sweepAndWork();
    expect((await mailbox()).at(-1)!.recipient_id).toBe(app.a.members['org-admin'].memberId);
  });

  const escalations = async (): Promise<string[]> =>
    (await mailbox())
      .filter(({ template }) => template === 'action-escalated')
      .map(({ recipient_id: to }) => to);
  /** Sweeps as it would on another day. */
  const sweepOn = async (day: CalendarDate): Promise<void> => {
    daysFromNow = daysBetween(today, day);
    try {
      await sweepAndWork();
    } finally {
      daysFromNow = 0;
    }
  };

  it('tell the compliance officers of an action that was left lying for 14 days, and only once', async () => {
    const late = action(addDays(today, -7));
    await onDay(addDays(today, -10), officer, (tx) => obligations.open(tx, late));
    await sweepOn(today);
    await sweepOn(addDays(today, 6));
    expect(await escalations()).toEqual([]);
    for (const days of [7, 7, 14, 21]) await sweepOn(addDays(today, days));
    expect(await escalations()).toEqual([officer.memberId]);
    const told = (await mailbox()).find(({ template }) => template === 'action-escalated');
    expect(told!.subject).toBe('14 days overdue: Encrypt the laptops');
    // Another date is another promise.
    await onDay(addDays(today, 22), officer, (tx) =>
      obligations.move(tx, late, addDays(today, 30), 'The laptops come next week.'),
    );
    await sweepOn(addDays(today, 44));
    expect(await escalations()).toEqual([officer.memberId, officer.memberId]);
  });

  it('tell them once after a standstill, also when two workers sweep and the job runs again', async () => {
    await onDay(addDays(today, -160), officer, (tx) => obligations.open(tx, action(addDays(today, -90))));
    const second = await startTestWorker(app, { clock });
    await Promise.all([worker.sweep(RemindOfDue), second.sweep(RemindOfDue)]);
    await Promise.all([worker.work(), second.work()]);
    await second.close();
    await app.database.asSuperuser('update outbox set dispatched_at = null, finished_at = null');
    await worker.work();
    expect(await escalations()).toEqual([officer.memberId]);
  });

  it('of a breach notice come each day once it is late, and tell the officers when it is near and when it is late', async () => {
    const notice: NewObligation = {
      kind: 'breach-notice.due',
      subject: { type: 'breach-duty', id: newId() },
      title: 'Each affected individual (I-7)',
      dueOn: addDays(today, 60),
      citation: '45 CFR 164.404(b)',
      ruleVersion: 'breach-rule 2026.1',
      ownerId: staff.memberId,
    };
    await onDay(today, officer, (tx) => obligations.open(tx, notice));
    for (let day = 0; day <= 63; day += 1) await sweepOn(addDays(today, day));
    const sent = (await mailbox()).map(({ template, recipient_id }) => `${template} ${recipient_id}`);
    const times = (line: string) => sent.filter((other) => other === line).length;
    expect(times(`breach-notice ${staff.memberId}`)).toBe(11);
    expect(times(`breach-notice-overdue ${staff.memberId}`)).toBe(3);
    expect(times(`breach-notice-escalated ${officer.memberId}`)).toBe(2);
    expect(sent).toHaveLength(16);
    // Ninety days without a worker bring one reminder, and not ninety.
    await sweepOn(addDays(today, 153));
    expect((await mailbox()).length).toBe(17);
    expect((await mailbox()).at(-1)!.subject).toMatch(/^Late: Each affected individual \(I-7\), since/);
  });

  it('tell the admins where the only compliance officer is the one who was reminded', async () => {
    await onDay(addDays(today, -30), officer, (tx) =>
      obligations.open(tx, action(addDays(today, -15), officer.memberId)),
    );
    await sweepAndWork();
    expect(await escalations()).toEqual([app.a.members['org-admin'].memberId]);
  });

  it('are silent once the obligation is met, and for a date that was moved', async () => {
    const done = action(addDays(today, -2));
    const moved = action(addDays(today, -2));
    await onDay(addDays(today, -10), officer, (tx) => obligations.open(tx, done));
    await onDay(addDays(today, -10), officer, (tx) => obligations.open(tx, moved));
    await worker.sweep(RemindOfDue);
    await onDay(today, officer, async (tx) => {
      await obligations.meet(tx, done, today);
      await obligations.move(tx, moved, addDays(today, 45), 'The laptops arrive in a month.');
    });
    await worker.work();
    expect(await mailbox()).toEqual([]);
    expect(await states()).toContain('before-30 waiting');
  });

  it('keep every change with its reason', async () => {
    const it = action(addDays(today, 20));
    await onDay(today, officer, (tx) => obligations.open(tx, it));
    await onDay(today, officer, (tx) =>
      obligations.move(tx, it, addDays(today, 30), 'The budget comes next quarter.'),
    );
    await onDay(today, officer, (tx) => obligations.cancel(tx, it, 'The laptops were sold.'));
    await expect(onDay(today, officer, (tx) => obligations.move(tx, it, today, 'x'))).rejects.toMatchObject({
      code: 'obligation.not-found',
    });
    const changes = await app.database.asSuperuser<{ reason: string; to_status: string; changed_by: string }>(
      'select reason, to_status, changed_by from obligation_change order by id',
    );
    expect(changes.map(({ reason, to_status }) => `${to_status}: ${reason}`)).toEqual([
      'open: own plan',
      'open: The budget comes next quarter.',
      'cancelled: The laptops were sold.',
    ]);
    expect(changes.every((change) => change.changed_by === officer.memberId)).toBe(true);
  });

  it('never move without a reason', async () => {
    const it = action(addDays(today, 20));
    await onDay(today, officer, (tx) => obligations.open(tx, it));
    await expect(
      onDay(today, officer, (tx) => obligations.move(tx, it, addDays(today, 30), '  ')),
    ).rejects.toMatchObject({
      code: 'obligation.reason-missing',
    });
    await expect(
      onDay(today, officer, (tx) => obligations.open(tx, { ...it, dueOn: addDays(today, 30) })),
    ).rejects.toMatchObject({
      code: 'obligation.exists',
    });
  });

  it('do not come twice for a date that was moved away and back', async () => {
    const it = action(addDays(today, -2));
    await onDay(addDays(today, -10), officer, (tx) => obligations.open(tx, it));
    await sweepAndWork();
    await onDay(today, officer, (tx) => obligations.move(tx, it, addDays(today, 30), 'Later.'));
    await onDay(addDays(today, -3), officer, (tx) =>
      obligations.move(tx, it, addDays(today, -2), 'No, as it was.'),
    );
    await sweepAndWork();
    expect(await mailbox()).toHaveLength(1);
  });

  it('follow an organization into another time zone: the day stays, the instant moves', async () => {
    await onDay(today, officer, (tx) => obligations.open(tx, action(addDays(today, 100))));
    await app.database.asSuperuser(`update organization set time_zone = 'Pacific/Honolulu'`);
    await worker.sweep(FollowZone);
    await app.database.asSuperuser(`update organization set time_zone = 'America/Denver'`);
    const rows = await app.database.asSuperuser<{ local: string; remind_on: string }>(
      `select to_char(remind_at at time zone 'Pacific/Honolulu', 'YYYY-MM-DD HH24:MI') as local, remind_on::text from obligation_milestone`,
    );
    expect(rows.length).toBeGreaterThan(4);
    for (const { local, remind_on } of rows) expect(local).toBe(`${remind_on} 08:00`);
  });

  it('of the yearly review begin with the approval, and the next approval ends them', async () => {
    const approve = (approvedOn: CalendarDate, assessmentId: string): Promise<CalendarDate> =>
      onDay(approvedOn, officer, (tx) =>
        app.app
          .get(RenewReview)
          .execute(tx, { assessmentId, title: 'Risk analysis', approvedOn, ownerId: officer.memberId }),
      );
    expect(await approve(calendarDate('2024-02-29'), newId())).toBe('2025-02-28');
    expect(await approve(calendarDate('2025-02-20'), newId())).toBe('2026-02-20');
    const rows = await app.database.asSuperuser<{ status: string; due_on: string; met_on: string | null }>(
      'select status, due_on::text, met_on::text from obligation order by due_on',
    );
    expect(rows).toEqual([
      { status: 'met', due_on: '2025-02-28', met_on: '2025-02-20' },
      { status: 'open', due_on: '2026-02-20', met_on: null },
    ]);
  });
});
