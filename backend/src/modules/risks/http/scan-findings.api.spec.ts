import type { Agent } from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { startTestWorker, type TestWorker } from '../../../testing/test-worker.js';
import { makeAsset, makeFlow } from '../../inventory/inventory.spec-kit.js';
import { scanLine, scansBy } from '../../vulnerabilities/vulnerabilities.spec-kit.js';
import { startAssessment } from '../assessments.spec-kit.js';
import type { AssessmentView } from '../assessment.schemas.js';
import type { FindingPage } from '../finding.schemas.js';
import { approve, readyAssessment, submit, uuid } from '../register.spec-kit.js';

let test: TestApp;
let worker: TestWorker;
let officer: Agent;
let scans: ReturnType<typeof scansBy>;
beforeAll(async () => {
  test = await startTestApp();
  worker = await startTestWorker(test);
  officer = await test.signIn('compliance-officer');
  scans = scansBy(officer);
});
afterAll(async () => {
  await worker.close();
  await test.close();
});

const scanFindings = async (assessmentId: string) =>
  (await officer.get(`/api/v1/assessments/${assessmentId}/findings?source=scan`).expect(200))
    .body as FindingPage;
const notices = () =>
  test.database.asSuperuser<{ id: string }>(
    `select id from mailbox_message where template = 'critical-found'`,
  );

describe('what scanners found', () => {
  let assessmentId: string;
  let server: { id: string };
  beforeAll(async () => {
    server = await makeAsset(officer, { tag: 'FED', name: 'Chart server' });
    await makeAsset(officer, { tag: 'OUT', name: 'Left out' });
    assessmentId = (await startAssessment(officer)).id;
  });

  it('is one finding an asset of a draft, at once, with counts and the worst by name', async () => {
    await scans.bring(
      [
        ...Array.from({ length: 7 }, (_, n) =>
          scanLine('fed', `H${n}`, 'High', '2026-03-01', String(1000 + n)),
        ),
        scanLine('fed', 'C1', 'Critical'),
        scanLine('fed', 'M1', 'Medium'),
      ],
      '2026-03-01',
    );
    const page = await scanFindings(assessmentId);
    expect(page.flowsOutdated).toBe(0);
    expect(page.items).toMatchObject([
      {
        title: 'Chart server: 1 critical and 7 high vulnerabilities open',
        citations: ['45 CFR 164.308(a)(1)(ii)(A)'],
        standing: 'gap',
        status: 'open',
        asset: { id: server.id, name: 'Chart server' },
      },
    ]);
    expect(page.items[0]!.detail).toMatch(
      /^Scanners found .* The worst: Check C1; Check H0; Check H1; Check H2; Check H3\./,
    );
    const refused = await officer
      .patch(`/api/v1/findings/${page.items[0]!.id}`)
      .set('If-Match', `"v${page.items[0]!.version}"`)
      .send({ status: 'resolved', reason: 'Done by hand' });
    expect(refused.body).toMatchObject({ code: 'finding.resolved-by-source' });
  });

  it('follows a decision, and is resolved when none is open any more', async () => {
    const [critical] = (await scans.list('?q=Check C1')).items;
    await scans.decide(critical!, 'fixed', 'Patched').expect(200);
    expect((await scanFindings(assessmentId)).items[0]!.title).toBe(
      'Chart server: 7 high vulnerabilities open',
    );
    await scans.bring([scanLine('fed', 'M1', 'Medium', '2026-03-08')], '2026-03-08', { isComplete: true });
    expect((await scanFindings(assessmentId)).items).toMatchObject([{ status: 'resolved' }]);
  });

  it('is looked at when somebody decides, and recorded only where a finding changed', async () => {
    const checks = async () =>
      (
        await test.database.asSuperuser<{ count: number }>(
          `select count(*)::int as count from audit.event where action = 'assessment.flows-checked'`,
        )
      )[0]!.count;
    await scans.bring([scanLine('fed', 'M2', 'Medium'), scanLine('fed', 'H9', 'High')], '2026-03-01');
    const before = await checks();
    const decide = async (rule: string) =>
      scans.decide((await scans.list(`?q=Check ${rule}`)).items[0]!, 'fixed', 'Patched').expect(200);
    await decide('M2');
    expect(await checks()).toBe(before);
    await decide('H9');
    expect(await checks()).toBe(before + 1);
  });

  it('leaves what the data flows show to who asks for it', async () => {
    await makeFlow(officer, { from: { assetId: server.id } });
    const { flowsOutdated } = await scanFindings(assessmentId);
    await scans.bring([scanLine('fed', 'H8', 'High')], '2026-03-01');
    expect(flowsOutdated).toBeGreaterThan(0);
    expect((await scanFindings(assessmentId)).flowsOutdated).toBe(flowsOutdated);
  });

  it('is left out with its asset', async () => {
    await scans.bring([scanLine('out', 'O1', 'Critical')], '2026-03-01');
    const asset = (await scans.list('?q=Check O1')).items[0]!.asset;
    expect((await scanFindings(assessmentId)).total).toBe(2);
    await officer
      .put(`/api/v1/assessments/${assessmentId}/exclusions/${asset.id}`)
      .send({ reason: 'A spare part' })
      .expect(200);
    const { items } = await scanFindings(assessmentId);
    expect(items.find((finding) => finding.asset?.id === asset.id)).toMatchObject({ status: 'resolved' });
  });

  it('goes with an undone file, and stays with its vulnerabilities once it became a risk', async () => {
    const asset = await makeAsset(officer, { tag: 'UND', name: 'Taken back' });
    const findingOf = async () =>
      (await scanFindings(assessmentId)).items.find((finding) => finding.asset?.id === asset.id)!;
    const mistaken = await scans.bring([scanLine('und', 'X1', 'Critical')], '2026-03-01');
    expect(await findingOf()).toMatchObject({ status: 'open' });
    await scans.undo(mistaken).expect(202);
    await worker.work();
    expect(await findingOf()).toMatchObject({ status: 'resolved' });

    const scan = await scans.bring(
      [scanLine('und', 'X2', 'High'), scanLine('und', 'X3', 'Low')],
      '2026-03-01',
    );
    const finding = await findingOf();
    await officer.post('/api/v1/risks').send({ findingId: finding.id }).expect(201);
    expect((await scans.planUndo(scan)).kept).toMatchObject([{ title: 'Check X2', because: 'risk' }]);
    await scans.undo(scan).expect(202);
    await worker.work();
    expect((await scans.list('?q=Check X')).items).toMatchObject([{ title: 'Check X2', status: 'open' }]);
  });

  it('tells nobody while a draft takes it in', async () => {
    await worker.work();
    expect(await notices()).toEqual([]);
  });
});

describe('a critical one after the newest analysis was handed in', () => {
  let submitted: AssessmentView;
  let severe: Awaited<ReturnType<typeof scans.bring>>;
  beforeAll(async () => {
    await makeAsset(officer, { tag: 'PLAIN', name: 'Without ePHI', holdsEphi: false });
    await test.database.asSuperuser(`update assessment set started_on = started_on - 400`);
    severe = await scans.bring([scanLine('fed', 'S1', 'High'), scanLine('fed', 'S2', 'Low')], '2026-03-01');
    const { assessment } = await readyAssessment(test, officer);
    submitted = await submit(officer, assessment);
    await worker.work();
  });
  beforeEach(() => worker.work());

  it('stays when its file is undone, from the hand-in of the analysis that tells of it', async () => {
    const keeps = async () => (await scans.planUndo(severe)).kept;
    const kept = [{ title: 'Check S1', because: 'assessed' }];
    expect(await keeps()).toMatchObject(kept);
    await approve(await test.signIn('org-admin'), submitted);
    expect(await keeps()).toMatchObject(kept);
  });

  it('is told to the compliance officers, once a file', async () => {
    const before = (await notices()).length;
    await scans.bring(
      [scanLine('fed', 'N1', 'Critical'), scanLine('fed', 'N2', 'Critical', '2026-03-01', '1')],
      '2026-03-01',
    );
    await worker.work();
    const officers = await test.database.asSuperuser<{ count: number }>(
      `select count(*)::int as count from membership where organization_id = $1 and role = 'compliance-officer' and active`,
      [test.a.id],
    );
    expect((await notices()).length - before).toBe(officers[0]!.count);
    await worker.work();
    expect((await notices()).length - before).toBe(officers[0]!.count);
  });

  it.each([
    ['known ones', () => [scanLine('fed', 'N1', 'Critical', '2026-03-02')]],
    ['high ones', () => [scanLine('fed', 'N3', 'High')]],
    ['assets without ePHI', () => [scanLine('plain', 'N4', 'Critical')]],
  ])('is not told of %s', async (_, lines) => {
    const before = (await notices()).length;
    await scans.bring(lines(), '2026-03-02');
    await worker.work();
    expect((await notices()).length).toBe(before);
  });

  const changes = async (of: { id: string }) =>
    test.database.asSuperuser<{ name: string; withdrawn: boolean }>(
      `select subject_name as name, withdrawn_at is not null as withdrawn from environment_change
       where subject_type = 'scan' and subject_id = $1 order by recorded_at`,
      [uuid(of.id)],
    );

  it('is no change any more when its file is undone, unless one of them had to stay', async () => {
    const scan = await scans.bring([scanLine('fed', 'N5', 'Critical')], '2026-03-01');
    const partly = await scans.bring(
      [scanLine('fed', 'N6', 'Critical'), scanLine('fed', 'N7', 'Critical')],
      '2026-03-01',
    );
    await scans.decide((await scans.list('?q=Check N7')).items[0]!, 'accepted', 'Walled off').expect(200);
    await scans.undo(scan).expect(202);
    await scans.undo(partly).expect(202);
    await worker.work();
    expect(await changes(scan)).toEqual([{ name: 'One critical vulnerability', withdrawn: true }]);
    expect(await changes(partly)).toEqual([{ name: '2 critical vulnerabilities', withdrawn: false }]);
    const listed = await officer.get('/api/v1/environment-changes?kind=critical-found&limit=100').expect(200);
    expect(
      (listed.body as { items: { subject: object }[] }).items.map(({ subject }) => subject),
    ).toContainEqual({
      type: 'scan',
      name: '2 critical vulnerabilities (scan.csv)',
      href: `/inventory/scans/${partly.id}`,
    });
  });

  it('that a file had closed is a change when its undo opens it again', async () => {
    await scans.bring([scanLine('fed', 'N8', 'Critical')], '2026-03-01');
    const closing = await scans.bring([scanLine('fed', 'N9', 'Low', '2026-03-09')], '2026-03-09', {
      isComplete: true,
    });
    const open = async () => (await scans.list('?q=Check N8')).items[0]!.status;
    expect(await open()).toBe('fixed');
    await scans.undo(closing).expect(202);
    await worker.work();
    expect(await open()).toBe('open');
    expect(await changes(closing)).toEqual([
      { name: expect.stringMatching(/critical vulnerabilit.* open again/), withdrawn: false },
    ]);
  });
});
