import type { Agent } from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { newId } from '../../../platform/database/new-id.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import type { AssetFacts } from '../../inventory/index.js';
import { approve, readyAssessment, submit } from '../../risks/register.spec-kit.js';
import type { ChangeView } from '../reassessment.schemas.js';
import { followAssets } from './follow-records.js';

let test: TestApp;
let officer: Agent;
let admin: Agent;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  admin = await test.signIn('org-admin');
}, 60_000);
afterAll(() => test.close());

const changesOf = async (name: string): Promise<ChangeView[]> =>
  ((await officer.get(`/api/v1/environment-changes?q=${name}`).expect(200)).body as { items: ChangeView[] })
    .items;

function write(work: (tx: WriteTx) => Promise<void>): Promise<void> {
  return test.as(test.a.members['org-admin'], () =>
    test.app.get(TenantDb).write(async (tx) => {
      tx.audit.record({
        action: 'change.watched',
        target: { type: 'organization', id: tx.organizationId },
        detail: { noted: 0 },
      });
      await work(tx);
    }),
  );
}

/** As the import of a list does once its records are written. */
function tellOfNew(tx: WriteTx, name: string): Promise<void> {
  // Of a new asset nothing else is asked.
  const after = { name, holdsEphi: true, lifecycle: 'in-service' } as unknown as AssetFacts;
  return followAssets(tx, [{ id: newId(), before: null, after }]);
}

/** Until somebody waits for a turn in the database, or it is over. */
async function waitsOrEnds(isOver: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400 && !isOver(); tries += 1) {
    const waiting = await test.database.asSuperuser(
      `select 1 from pg_locks where locktype = 'advisory' and not granted
       and database = (select oid from pg_database where datname = current_database())`,
    );
    if (waiting.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

it('the first hand-in waits for a change that is being written: nobody notes it, so the analysis has to show it', async () => {
  const { assessment } = await readyAssessment(test, officer);
  const order: string[] = [];
  let handingIn: Promise<unknown> = Promise.resolve();
  await write(async (tx) => {
    await tellOfNew(tx, 'Written before');
    handingIn = submit(officer, assessment).then((handedIn) => {
      order.push('hand-in');
      return handedIn;
    });
    await waitsOrEnds(() => order.length > 0);
    order.push('change');
  });
  await approve(admin, (await handingIn) as typeof assessment);
  expect(order).toEqual(['change', 'hand-in']);
  expect(await changesOf('Written%20before')).toEqual([]);
});

it('what began before a hand-in and is noted after it stays undecided when that analysis is signed', async () => {
  const { assessment } = await readyAssessment(test, officer);
  let handedIn = assessment;
  await write(async (tx) => {
    handedIn = await submit(officer, assessment);
    await tellOfNew(tx, 'Noted after');
  });
  await approve(admin, handedIn);
  expect(await changesOf('Noted%20after')).toMatchObject([{ state: 'undecided', coveredBy: null }]);
});
