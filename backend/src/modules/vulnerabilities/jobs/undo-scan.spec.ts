import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../platform/database/new-id.js';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { uuidOf } from '../../../platform/kernel/typed-id.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { startTestWorker, type TestWorker } from '../../../testing/test-worker.js';
import { makeAsset } from '../../inventory/inventory.spec-kit.js';
import type { ScanView } from '../scan.schemas.js';
import { SCAN_HEAD, scanLine, scansBy } from '../vulnerabilities.spec-kit.js';

let test: TestApp;
let worker: TestWorker;
let officer: Agent;
let scans: ReturnType<typeof scansBy>;
let today: string;
beforeAll(async () => {
  test = await startTestApp();
  worker = await startTestWorker(test);
  officer = await test.signIn('compliance-officer');
  scans = scansBy(officer);
  today = ((await officer.get('/api/v1/session').expect(200)).body as { today: string }).today;
  await makeAsset(officer, { tag: 'SRV', name: 'Server', holdsEphi: true });
});
afterAll(async () => {
  await worker.close();
  await test.close();
});

const show = async ({ id }: ScanView) =>
  (await officer.get(`/api/v1/scans/${id}`).expect(200)).body as ScanView;
async function undo(scan: ScanView): Promise<ScanView> {
  await scans.undo(scan).expect(202);
  await worker.work();
  return show(scan);
}
const found = async (check: string) => (await scans.list(`?q=Check ${check}`)).items[0];

describe('undoing a file', () => {
  it('takes out what it made and brings back what it changed, words, days and status; history says so', async () => {
    await scans.bring(['srv,U1,Old words,Low,,443,2026-03-01', scanLine('srv', 'U2', 'High')], '2026-03-01');
    const [first, second] = [(await scans.list('?q=U1')).items[0]!, (await found('U2'))!];
    await scans.decide(second, 'fixed', 'Updated').expect(200);
    const before = [await scans.show(first.id), await scans.show(second.id)];
    const scan = await scans.bring(
      [
        'srv,U1,New words,Critical,,443,2026-04-01',
        scanLine('srv', 'U2', 'High', today),
        scanLine('srv', 'U3', 'Low', '2026-04-01'),
      ],
      '2026-04-01',
    );
    expect(scan).toMatchObject({ result: { added: 1, seenAgain: 1, cameBack: 1 }, allowedActions: ['undo'] });
    expect(await scans.planUndo(scan)).toEqual({ withdraw: 1, restore: 2, hosts: 0, keep: 0, kept: [] });
    const undone = await undo(scan);
    expect(undone).toMatchObject({
      status: 'undone',
      undoResult: { withdrawn: 1, restored: 2, kept: 0 },
      allowedActions: [],
    });
    expect(await found('U3')).toBeUndefined();
    for (const was of before) {
      const { events, version, updatedAt: _, ...facts } = await scans.show(was.id);
      const { events: _events, version: _version, updatedAt: _updatedAt, ...expected } = was;
      expect(facts).toEqual(expected);
      expect(events[0]).toMatchObject({ what: 'undone', scan: { id: scan.id } });
      expect(version).toBe(was.version + 2);
    }
  });

  it('keeps what it took out with the file, encrypted, and the same file makes it anew', async () => {
    const lines = ['srv,V1,Plain title,High,,8443,2026-03-01'];
    await undo(await scans.bring(lines, '2026-03-01'));
    const [kept] = await test.database.asSuperuser<{ facts: Buffer; history: number }>(
      `select c.facts, (select count(*)::int from vulnerability_event e where e.vulnerability_id = c.subject_id) as history
       from scan_change c where title = 'Plain title'`,
    );
    expect(kept!.facts.includes(Buffer.from('8443'))).toBe(false);
    // What was written of it stays, though it is gone.
    expect(kept!.history).toBe(1);
    const again = await scans.bring(lines, '2026-03-01');
    expect(again.result).toMatchObject({ added: 1, seenAgain: 0 });
  });

  it('leaves what a person decided on and what a later file saw, says which and why, and can be asked again', async () => {
    const scan = await scans.bring(
      ['W1', 'W2', 'W3'].map((rule) => scanLine('srv', rule, 'Low')),
      '2026-03-01',
    );
    await scans.decide((await found('W1'))!, 'accepted', 'Behind the wall').expect(200);
    const later = await scans.bring([scanLine('srv', 'W2', 'Low', '2026-03-05')], '2026-03-05');
    expect(await scans.planUndo(scan)).toMatchObject({ withdraw: 0, keep: 3 });
    // That it did not see W3 changed that one, too: what the later file said goes first.
    await undo(later);
    const plan = await scans.planUndo(scan);
    expect(plan).toMatchObject({ withdraw: 2, restore: 0, keep: 1 });
    expect(plan.kept).toEqual([
      { vulnerabilityId: (await found('W1'))!.id, title: 'Check W1', because: 'decided' },
    ]);
    const undone = await undo(scan);
    expect(undone).toMatchObject({ undoResult: { withdrawn: 2, kept: 1 }, allowedActions: ['undo'] });
    expect(await found('W1')).toMatchObject({ status: 'accepted', statusReason: 'Behind the wall' });
    expect(await found('W2')).toBeUndefined();
  });

  it('says of what a later file saw that it is why', async () => {
    const scan = await scans.bring([scanLine('srv', 'L1', 'Low')], '2026-03-01');
    await scans.bring([scanLine('srv', 'L1', 'Low', '2026-03-05')], '2026-03-05');
    expect((await scans.planUndo(scan)).kept).toMatchObject([{ title: 'Check L1', because: 'later-scan' }]);
  });

  it('opens again what a complete scan closed', async () => {
    await scans.bring([scanLine('srv', 'C1', 'High'), scanLine('srv', 'C2', 'Low')], '2026-03-01');
    const scan = await scans.bring([scanLine('srv', 'C2', 'Low', today)], today, { isComplete: true });
    expect(await found('C1')).toMatchObject({ status: 'fixed' });
    await undo(scan);
    expect(await found('C1')).toMatchObject({ status: 'open', absentSinceOn: null });
  });

  it('forgets whose the hosts are, or knows again what was known before', async () => {
    const [one, other] = [await makeAsset(officer, { tag: 'H-1' }), await makeAsset(officer, { tag: 'H-2' })];
    const bring = async (host: string, assetId: string, day: string) => {
      const scan = await scans.preview([SCAN_HEAD, scanLine(host, 'H', 'Low', day)].join('\n'), day);
      const given = (await scans.giveHosts(scan, [{ host, assetId }]).expect(200)).body as ScanView;
      return (await scans.commit(given).expect(200)).body as ScanView;
    };
    const first = await bring('box', one.id, '2026-03-01');
    const second = await bring('box', other.id, '2026-03-02');
    const knownAs = async () =>
      (await scans.hosts(await scans.preview([SCAN_HEAD, scanLine('box', 'H', 'Low')].join('\n'))))[0]?.asset
        ?.tag ?? null;
    expect(await knownAs()).toBe('H-2');
    expect(await scans.planUndo(second)).toMatchObject({ withdraw: 1, hosts: 1 });
    await undo(second);
    expect(await knownAs()).toBe('H-1');
    await undo(first);
    expect(await knownAs()).toBeNull();

    // The earlier one first: what it said of the host is not known again for good when the later one goes.
    const [third, fourth] = [
      await bring('rack', one.id, '2026-03-03'),
      await bring('rack', other.id, '2026-03-04'),
    ];
    await undo(third);
    await undo(fourth);
    expect((await show(third)).allowedActions).toEqual(['undo']);
    expect(await scans.planUndo(third)).toMatchObject({ hosts: 1 });
    await undo(await show(third));
    expect(
      (await scans.hosts(await scans.preview([SCAN_HEAD, scanLine('rack', 'H', 'Low')].join('\n'))))[0]
        ?.asset,
    ).toBeNull();
  });
});

describe('an undo', () => {
  it('needs the version that was seen, and a file that was taken over', async () => {
    const waiting = await scans.preview([SCAN_HEAD, scanLine('srv', 'N1', 'Low')].join('\n'));
    expect((await scans.undo(waiting).expect(409)).body).toMatchObject({ code: 'scan.nothing-to-undo' });
    const scan = (await scans.commit(waiting).expect(200)).body as ScanView;
    await officer.post(`/api/v1/scans/${scan.id}/undo`).expect(428);
    await scans.undo({ ...scan, version: 99 }).expect(412);
  });

  it('that fails leaves nothing behind and can be tried again; that runs twice undoes once', async () => {
    const scan = await scans.bring(
      [scanLine('srv', 'F1', 'Low'), scanLine('srv', 'F2', 'Low')],
      '2026-03-01',
    );
    await test.database.asSuperuser(
      `create function planted() returns trigger language plpgsql as $$ begin if old.rule_id = 'F2' then raise 'planted'; end if; return old; end $$;
       create trigger planted before delete on vulnerability for each row execute function planted()`,
    );
    await scans.undo(scan).expect(202);
    await expect(worker.work()).rejects.toThrow();
    expect(await found('F1')).toBeDefined();
    const run = async ({ undoJobId }: ScanView, attemptsMade: number) =>
      worker.context.get(JobRunner).run({
        id: newId(),
        name: 'vulnerabilities.undo-scan',
        attemptsMade,
        data: {
          organizationId: test.a.id,
          payload: { scanId: uuidOf(scan.id), jobRunId: uuidOf(undoJobId!) },
        },
      });
    await expect(run(await show(scan), 4)).rejects.toThrow();
    const given = await show(scan);
    expect(given).toMatchObject({ status: 'committed', allowedActions: ['undo'] });
    await test.database.asSuperuser('drop trigger planted on vulnerability');
    const undone = await undo(given);
    expect(undone.undoResult).toEqual({ withdrawn: 2, restored: 0, kept: 0 });
    await run(undone, 1);
    expect(await show(scan)).toMatchObject({ status: 'undone', undoResult: { withdrawn: 2 } });
  });

  it('is not for the application: only the worker may take a vulnerability out', async () => {
    const [rights] = await test.database.asSuperuser<{ app: boolean; worker: boolean; history: boolean }>(
      `select has_table_privilege('part164_app', 'vulnerability', 'delete') as app,
         has_table_privilege('part164_worker', 'vulnerability', 'delete') as worker,
         has_table_privilege('part164_worker', 'vulnerability_event', 'update, delete') as history`,
    );
    expect(rights).toEqual({ app: false, worker: true, history: false });
  });
});
