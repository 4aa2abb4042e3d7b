import { newId } from '../platform/database/new-id.js';
import { TenantDb } from '../platform/database/tenant-db.js';
import { calendarDateIn } from '../platform/kernel/calendar-date.js';
import { Obligations } from '../modules/obligations/index.js';
import type { TestApp } from './test-app.js';

/** Opens obligations of organization A with a reminder that is due this very moment: real work for a worker. */
export async function openDueObligations(app: TestApp, count: number): Promise<void> {
  const officer = app.a.members['compliance-officer'];
  await app.as(officer, () =>
    app.app.get(TenantDb).write(async (tx) => {
      for (let i = 0; i < count; i += 1) {
        await app.app.get(Obligations).open(tx, {
          kind: 'remediation-action.due',
          subject: { type: 'remediation-action', id: newId() },
          title: `Action ${i}`,
          dueOn: calendarDateIn('America/Denver', tx.now),
          citation: '45 CFR 164.308(a)(1)(ii)(B)',
          ruleVersion: 'own plan',
          ownerId: officer.memberId,
        });
      }
    }),
  );
  await app.database.asSuperuser(`update obligation_milestone set remind_at = now() where name = 'due'`);
}
