import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { startTestWorker } from '../../../testing/test-worker.js';
import { anSraFile, officialBytes, officialIt } from '../../compliance/compliance.spec-kit.js';
import { makeAsset } from '../../inventory/inventory.spec-kit.js';
import {
  answerAs,
  putAnswer,
  showAssessment,
  showSection,
  startAssessment,
} from '../assessments.spec-kit.js';
import type { AssessmentView } from '../assessment.schemas.js';
import type { FindingPage } from '../finding.schemas.js';
import {
  approve,
  makeAction,
  makeRisk,
  decideSpecifications,
  meetChecklist,
  memberId,
  RATED,
  submit,
} from '../register.spec-kit.js';

let test: TestApp;
let officer: Agent;
let admin: Agent;
beforeAll(async () => {
  test = await startTestApp();
  [officer, admin] = [await test.signIn('compliance-officer'), await test.signIn('org-admin')];
});
afterAll(() => test.close());

async function bring(bytes: Buffer): Promise<void> {
  const worker = await startTestWorker(test);
  await officer
    .post('/api/v1/packs/import?confirm=true')
    .attach('file', bytes, 'sra-questions.json')
    .expect(202);
  await worker.work();
  await worker.close();
}

/** Answers every question with the option at the place that `choose` says. */
async function answerAll(
  assessment: AssessmentView,
  choose: (standings: string[]) => number,
): Promise<string[]> {
  const given: string[] = [];
  for (const { id: sectionId } of assessment.sections) {
    const { questions } = await showSection(officer, assessment.id, sectionId);
    for (const question of questions) {
      const option = question.options[choose(question.options.map(({ standing }) => standing))]!;
      await putAnswer(officer, assessment.id, question.id, { optionId: option.id }).expect(200);
      given.push(option.standing);
    }
  }
  return given;
}

async function signOff(assessment: AssessmentView): Promise<AssessmentView> {
  const asset = await makeAsset(officer);
  const ownerId = memberId(test.a, 'staff');
  const risk = await makeRisk(officer, assessment.id, {
    assetId: asset.id,
    ...RATED,
    treatment: 'mitigate',
    ownerId,
  });
  await makeAction(officer, { riskId: risk.id, ownerId, dueOn: '2027-03-01' });
  await decideSpecifications(officer, assessment.id);
  await meetChecklist(officer, assessment.id);
  return approve(admin, await submit(officer, await showAssessment(officer, assessment.id)));
}

describe('an assessment on an imported set', () => {
  it('goes the whole path to the signature, on the words and labels of that set', async () => {
    await bring(Buffer.from(JSON.stringify(anSraFile())));
    const assessment = await startAssessment(officer, {
      questionnaire: { pack: 'sra-tool', version: '9.1' },
    });
    expect(assessment).toMatchObject({
      questionnaire: { pack: 'sra-tool', version: '9.1', official: true },
      progress: { answered: 0, total: 3 },
    });
    const section = await showSection(officer, assessment.id, 'SRA-S1');
    expect(section).toMatchObject({
      official: true,
      vulnerabilities: [{ vulnerability: 'Nobody looks', threats: ['Surprise'] }],
    });
    expect(section.questions[2]).toMatchObject({
      designation: 'Addressable',
      publishedDesignation: 'Required',
      note: expect.stringContaining('the regulation decides') as string,
    });

    await answerAs(officer, assessment.id, 'SRA-S1-Q1', 'not-applicable');
    const judged = await putAnswer(officer, assessment.id, 'SRA-S1-Q2', { optionId: 'a' }).expect(200);
    expect(judged.body).toMatchObject({ standing: 'unknown', finding: { status: 'open' } });
    await answerAs(officer, assessment.id, 'SRA-S1-Q3', 'gap');
    const findings = (
      await officer.get(`/api/v1/assessments/${assessment.id}/findings?source=answer`).expect(200)
    ).body as FindingPage;
    expect(findings.items.map((item) => [item.title, item.standing])).toEqual([
      ['Who approves access?', 'gap'],
      ['How do you look for them?', 'unknown'],
    ]);
    expect((await signOff(assessment)).status).toBe('signed');
  });

  it('keeps its own set when a newer one comes in', async () => {
    await bring(
      Buffer.from(
        JSON.stringify(anSraFile((file) => void (file.meta['publication'] = 'Nobody, version 9.2'))),
      ),
    );
    const old = await startAssessment(officer, { questionnaire: { pack: 'sra-tool', version: '9.1' } });
    const next = await startAssessment(officer, { questionnaire: { pack: 'sra-tool', version: '9.2' } });
    expect([old.questionnaire.version, next.questionnaire.version]).toEqual(['9.1', '9.2']);
    const choices = (await officer.get('/api/v1/questionnaires').expect(200)).body as {
      items: { pack: string; version: string }[];
    };
    expect(choices.items.map(({ pack, version }) => `${pack} ${version}`).sort()).toEqual([
      'security-activities 2026.1',
      'security-questions 2026.1',
      'security-questions 2026.2',
      'sra-tool 9.1',
      'sra-tool 9.2',
    ]);
  });

  officialIt(
    'that is the official one takes all 125 answers, good ones and bad ones, and is signed',
    async () => {
      await bring(officialBytes('sra-questions.json'));
      const assessment = await startAssessment(officer, {
        questionnaire: { pack: 'sra-tool', version: '3.6' },
      });
      expect(assessment.progress).toEqual({ answered: 0, total: 125 });
      let turn = 0;
      const given = await answerAll(assessment, (standings) => turn++ % standings.length);
      const after = await showAssessment(officer, assessment.id);
      expect(after.progress).toEqual({ answered: 125, total: 125 });
      expect(after.counts.findingsOpen).toBe(
        given.filter((standing) => !['in-place', 'not-applicable'].includes(standing)).length,
      );
      const signed = await signOff(after);
      expect(signed).toMatchObject({ status: 'signed', questionnaire: { official: true, version: '3.6' } });
    },
    120_000,
  );
});
