import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset, makeFlow } from '../../inventory/inventory.spec-kit.js';
import { makeVendor } from '../../vendors/vendors.spec-kit.js';
import { answerAs, startAssessment } from '../assessments.spec-kit.js';
import type { FindingPage, FindingView } from '../finding.schemas.js';
import type { SignOffView } from '../sign-off.schemas.js';
import { readyAssessment, submit } from '../register.spec-kit.js';

let test: TestApp;
let officer: Agent;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
});
afterAll(() => test.close());

async function findings(id: string, query = ''): Promise<FindingPage> {
  return (await officer.get(`/api/v1/assessments/${id}/findings${query}`).expect(200)).body as FindingPage;
}
const signOff = async (id: string): Promise<SignOffView> =>
  (await officer.get(`/api/v1/assessments/${id}/sign-off`).expect(200)).body as SignOffView;
const patch = (finding: FindingView, body: object) =>
  officer.patch(`/api/v1/findings/${finding.id}`).set('If-Match', `"v${finding.version}"`).send(body);

describe('the list of findings', () => {
  it('has what is missing first, and says which question or flow is behind each', async () => {
    const fax = await makeAsset(officer, { name: 'Fax' });
    const flow = await makeFlow(officer, {
      name: 'Faxes',
      from: { assetId: fax.id },
      transportSecurity: 'none',
      purpose: 'Referrals',
      minimumNecessary: 'One page',
    });
    const { id } = await startAssessment(officer);
    await answerAs(officer, id, 'S1-Q1', 'partial');
    await answerAs(officer, id, 'S2-Q1', 'unknown');
    await answerAs(officer, id, 'S3-Q1', 'gap');
    const page = await findings(id);
    expect(page.items.map((item) => item.standing)).toEqual(['gap', 'gap', 'unknown', 'partial']);
    expect(page.items.find((item) => item.question?.id === 'S1-Q1')).toMatchObject({
      question: { sectionId: 'S1' },
      source: 'answer',
      status: 'open',
      risk: null,
    });
    expect(page.items.find((item) => item.source === 'data-flow')).toMatchObject({
      dataFlow: { id: flow.id, name: 'Faxes' },
      title: 'Faxes: nothing protects the data on its way',
      citations: ['45 CFR 164.312(e)(1)', '45 CFR 164.312(e)(2)(ii)'],
    });
    expect((await findings(id, '?standing=unknown')).total).toBe(1);
    expect((await findings(id, '?source=data-flow')).total).toBe(1);
    expect((await findings(id, '?q=faxes')).total).toBe(1);
  });
});

describe('a finding from a data flow', () => {
  it('follows the inventory when it is looked at again, and the list says that it should be', async () => {
    const lab = await makeAsset(officer, { name: 'Lab link' });
    const flow = await makeFlow(officer, {
      name: 'Labs',
      from: { assetId: lab.id },
      transportSecurity: 'unknown',
      purpose: 'Care',
      minimumNecessary: 'Results only',
    });
    const { id } = await startAssessment(officer);
    const [finding] = (await findings(id, '?q=Labs')).items;
    expect(finding).toMatchObject({ standing: 'unknown', status: 'open' });

    await officer
      .patch(`/api/v1/data-flows/${flow.id}`)
      .set('If-Match', `"v${flow.version}"`)
      .send({ transportSecurity: 'encrypted' })
      .expect(200);
    expect((await findings(id)).flowsOutdated).toBe(1);
    expect((await signOff(id)).flowsOutdated).toBe(1);
    expect((await officer.post(`/api/v1/assessments/${id}/findings/refresh`).expect(200)).body).toEqual({
      opened: 0,
      changed: 0,
      resolved: 1,
      withdrawn: 0,
    });
    expect((await findings(id, '?q=Labs')).items[0]).toMatchObject({
      status: 'resolved',
      statusReason: 'The data flow no longer shows this.',
    });
    expect((await findings(id)).flowsOutdated).toBe(0);
    expect((await signOff(id)).flowsOutdated).toBe(0);
  });
});

describe('a flow to a vendor', () => {
  it('is a finding until an agreement is in force, and again when it has ended', async () => {
    const asset = await makeAsset(officer);
    const vendor = await makeVendor(officer, { name: 'Typists', agreementStatus: 'none' });
    const told = { transportSecurity: 'encrypted', purpose: 'Care', minimumNecessary: 'One letter' };
    const ends = { from: { assetId: asset.id }, counterparty: 'vendor' };
    await makeFlow(officer, { name: 'Dictations', ...ends, to: { vendorId: vendor.id }, ...told });
    await makeFlow(officer, { name: 'Dictations abroad', ...ends, to: { party: 'Somebody' }, ...told });
    const { id } = await startAssessment(officer);
    const open = async () =>
      (await findings(id, '?q=Dictations&status=open')).items.map(({ title, standing, citations }) => ({
        title,
        standing,
        citations,
      }));
    const citations = ['45 CFR 164.308(b)(1)', '45 CFR 164.308(b)(3)', '45 CFR 164.502(e)'];
    const uncovered = { title: 'Dictations: no agreement covers the vendor', standing: 'gap', citations };
    const unnamed = {
      title: 'Dictations abroad: nobody can say whether an agreement covers the vendor',
      standing: 'unknown',
      citations,
    };
    expect(await open()).toEqual([uncovered, unnamed]);
    const agree = (version: number, agreementEndsOn: string | null) =>
      officer
        .patch(`/api/v1/vendors/${vendor.id}`)
        .set('If-Match', `"v${version}"`)
        .send({ agreementStatus: 'signed', agreementSignedOn: '2020-01-01', agreementEndsOn })
        .expect(200);
    const refresh = () => officer.post(`/api/v1/assessments/${id}/findings/refresh`).expect(200);
    await agree(1, null);
    await refresh();
    expect(await open()).toEqual([unnamed]);
    await agree(2, '2021-01-01');
    await refresh();
    expect(await open()).toEqual([uncovered, unnamed]);
  });
});

describe('dismissing a finding', () => {
  it('needs a reason, keeps it, and holds until the answer changes', async () => {
    const { id } = await startAssessment(officer);
    await answerAs(officer, id, 'S1-Q1', 'gap');
    const [finding] = (await findings(id, '?source=answer')).items;
    const refused = await patch(finding!, { status: 'dismissed' }).expect(400);
    expect((refused.body as { fieldErrors: object }).fieldErrors).toEqual({
      reason: ['Write down why, in a few words.'],
    });
    const dismissed = await patch(finding!, {
      status: 'dismissed',
      reason: 'Done by our hospital group',
    }).expect(200);
    expect(dismissed.body).toMatchObject({
      status: 'dismissed',
      statusReason: 'Done by our hospital group',
      version: 2,
    });

    await answerAs(officer, id, 'S1-Q1', 'gap', 'More words');
    expect((await findings(id, '?source=answer')).items[0]).toMatchObject({ status: 'dismissed' });
    await answerAs(officer, id, 'S1-Q1', 'partial');
    expect((await findings(id, '?source=answer')).items[0]).toMatchObject({
      status: 'open',
      statusReason: '',
    });
  });

  it('is refused from a version that somebody else changed, and without a version', async () => {
    const { id } = await startAssessment(officer);
    await answerAs(officer, id, 'S1-Q1', 'gap');
    const [finding] = (await findings(id, '?source=answer')).items;
    await patch(finding!, { status: 'dismissed', reason: 'Mine' + ' first' }).expect(200);
    await patch(finding!, { status: 'dismissed', reason: 'Too late' }).expect(412);
    await officer.patch(`/api/v1/findings/${finding!.id}`).send({ status: 'open' }).expect(428);
  });

  it('cannot be called resolved while the answer says otherwise, nor be reworded', async () => {
    const { id } = await startAssessment(officer);
    await answerAs(officer, id, 'S1-Q1', 'gap');
    const [finding] = (await findings(id, '?source=answer')).items;
    expect(
      (await patch(finding!, { status: 'resolved', reason: 'Looks fine' }).expect(409)).body,
    ).toMatchObject({ code: 'finding.resolved-by-source' });
    expect((await patch(finding!, { title: 'All is well' }).expect(409)).body).toMatchObject({
      code: 'finding.words-of-source',
    });
  });
});

describe('a finding by hand', () => {
  it('has its own words, can be mended and resolved', async () => {
    const { id } = await startAssessment(officer);
    const made = await officer
      .post(`/api/v1/assessments/${id}/findings`)
      .send({ title: 'Server room door stands open', citations: ['45 CFR 164.310(a)(1)'] })
      .expect(201);
    const finding = made.body as FindingView;
    expect(finding).toMatchObject({
      source: 'manual',
      standing: 'gap',
      status: 'open',
      question: null,
      dataFlow: null,
    });
    const changed = await patch(finding, { detail: 'Seen on 3 May', standing: 'partial' }).expect(200);
    const resolved = await patch(changed.body as FindingView, {
      status: 'resolved',
      reason: 'Door closer fitted',
    }).expect(200);
    expect(resolved.body).toMatchObject({ status: 'resolved', detail: 'Seen on 3 May', version: 3 });
    await officer
      .post(`/api/v1/assessments/${id}/findings`)
      .send({ title: 'x', citations: ['HIPAA'] })
      .expect(400);
  });

  it('is refused once the assessment is signed', async () => {
    const { id } = await startAssessment(officer);
    const made = await officer.post(`/api/v1/assessments/${id}/findings`).send({ title: 'Late' }).expect(201);
    await test.database.asSuperuser(`update assessment set status = 'signed' where id = $1::uuid`, [
      id.slice(4),
    ]);
    await officer.post(`/api/v1/assessments/${id}/findings`).send({ title: 'Later' }).expect(409);
    await officer.post(`/api/v1/assessments/${id}/findings/refresh`).expect(409);
    await patch(made.body as FindingView, { status: 'dismissed', reason: 'Too late' }).expect(409);
  });
});

describe('submitting the analysis', () => {
  it('looks at the data flows once more, so that what is signed is true on that day', async () => {
    const { assessment } = await readyAssessment(test, officer);
    const camera = await makeAsset(officer, { name: 'Camera' });
    const late = {
      name: 'Late flow',
      from: { assetId: camera.id },
      transportSecurity: 'none',
      purpose: 'Care',
      minimumNecessary: 'All',
    };
    await makeFlow(officer, late);
    expect((await findings(assessment.id, '?q=Late')).total).toBe(0);
    await submit(officer, assessment);
    expect((await findings(assessment.id, '?q=Late')).items).toMatchObject([
      { source: 'data-flow', status: 'open' },
    ]);
  });
});
