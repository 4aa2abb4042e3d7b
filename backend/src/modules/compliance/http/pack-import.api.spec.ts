import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { startTestWorker, type TestWorker } from '../../../testing/test-worker.js';
import { anSraFile, official, officialBytes, officialIt, type SraLike } from '../compliance.spec-kit.js';
import type { PackImportView } from '../compliance.schemas.js';

let test: TestApp;
let worker: TestWorker;
let officer: Agent;
beforeAll(async () => {
  test = await startTestApp();
  worker = await startTestWorker(test);
  officer = await test.signIn('compliance-officer');
});
afterAll(async () => {
  await worker.close();
  await test.close();
});

const upload = (file: SraLike | Buffer, query = '') =>
  officer
    .post(`/api/v1/packs/import${query}`)
    .attach('file', Buffer.isBuffer(file) ? file : Buffer.from(JSON.stringify(file)), 'sra-questions.json');
const installed = async (): Promise<string[]> => {
  const answer = await officer.get('/api/v1/packs').expect(200);
  return (answer.body as { items: { id: string }[] }).items.map((item) => item.id).sort();
};

describe('a preview', () => {
  it('says what the file is, how much is in it and what to know of it, and installs nothing', async () => {
    const before = await installed();
    const { body } = await upload(anSraFile()).expect(200);
    expect(body).toMatchObject({
      recognisedAs: 'sra-tool',
      state: 'new',
      pack: {
        pack: 'sra-tool',
        version: '9.1',
        official: true,
        provenance: { confidence: 'as-published', licence: 'ours' },
      },
      counts: { sections: 1, questions: 3, answers: 10 },
      problems: [],
      diff: { against: null, added: ['SRA-S1-Q1', 'SRA-S1-Q2', 'SRA-S1-Q3', 'SRA-S1-V1'] },
      jobId: null,
    });
    const notes = (body as PackImportView).notes;
    expect(notes.map((note) => note.path)).toEqual(['SRA-S1-Q2', 'SRA-S1-Q3', 'SRA-S1-Q3']);
    expect(notes[1]!.message).toContain('The regulation says Addressable');
    expect(await installed()).toEqual(before);
  });

  it('takes the document as JSON too', async () => {
    const { body } = await officer.post('/api/v1/packs/import').send(anSraFile()).expect(200);
    expect(body).toMatchObject({ recognisedAs: 'sra-tool', state: 'new' });
  });

  it('names every fault by its place', async () => {
    const cut = anSraFile((file) => file.sections[0]!.questions.pop());
    expect((await upload(cut).expect(200)).body).toMatchObject({
      state: 'refused',
      problems: [
        { path: 'meta.counts.questions', message: 'The file says that it has 3 questions, and has 2.' },
        { path: 'meta.counts.answer_options' },
      ],
    });
    const odd = anSraFile((file) =>
      Object.assign(file.sections[0]!.questions[0]!, { colour: 'red', citations: ['164.308'] }),
    );
    const problems = ((await upload(odd).expect(200)).body as PackImportView).problems.map(
      (problem) => problem.path,
    );
    expect(problems).toEqual(['sections.0.questions.0.citations.0', 'sections.0.questions.0']);
    const stranger = anSraFile(
      (file) => void (file.sections[0]!.questions[0]!.requirement_ids = ['HSR-999']),
    );
    expect((await upload(stranger).expect(200)).body).toMatchObject({
      problems: [{ message: 'HSR-999 is no requirement that is known here.' }],
    });
  });

  it.each([
    ['no JSON', Buffer.from('{"meta":')],
    ['another file', Buffer.from('{"rows": []}')],
    ['a list', Buffer.from('[]')],
  ])('refuses %s in words', async (_what, bytes) => {
    const { body } = await upload(bytes).expect(200);
    expect(body).toMatchObject({ state: 'refused', pack: null });
    expect((body as PackImportView).problems).toHaveLength(1);
  });

  it("takes a set of one's own, but not under the name of one that comes with the product", async () => {
    const own = {
      pack: 'our-words',
      version: '1',
      kind: 'terms',
      title: 'Our words',
      language: 'en',
      provenance: {
        author: 'The clinic',
        basis: 'Our handbook',
        checkedOn: '2026-05-03',
        confidence: 'single-source',
        note: '',
      },
      terms: [
        {
          id: 'huddle',
          term: 'Huddle',
          short: 'The morning meeting.',
          long: 'Ten minutes, standing.',
          citations: [],
        },
      ],
    };
    expect((await officer.post('/api/v1/packs/import').send(own).expect(200)).body).toMatchObject({
      recognisedAs: 'pack',
      state: 'new',
      pack: { official: false },
    });
    for (const pack of ['terms', 'security-questions', 'security-activities']) {
      const taken = await officer
        .post('/api/v1/packs/import')
        .send({ ...own, pack })
        .expect(200);
      expect(taken.body).toMatchObject({ state: 'refused', problems: [{ path: 'pack' }] });
    }
    await officer
      .post('/api/v1/packs/import?confirm=true')
      .send({ ...own, pack: 'terms', version: '2099.1' })
      .expect(400);
  });

  it('needs a file', async () => {
    expect((await officer.post('/api/v1/packs/import').expect(400)).body).toMatchObject({
      code: 'pack.file-missing',
    });
  });
});

describe('a confirmed import', () => {
  it('is installed by a job of the worker, which people can watch', async () => {
    const started = await upload(anSraFile(), '?confirm=true').expect(202);
    const { jobId } = started.body as PackImportView;
    expect((await officer.get(`/api/v1/jobs/${jobId}`).expect(200)).body).toMatchObject({ status: 'queued' });
    expect(await installed()).not.toContain('sra-tool@9.1');
    await worker.work();
    expect((await officer.get(`/api/v1/jobs/${jobId}`).expect(200)).body).toMatchObject({
      status: 'done',
      result: { pack: 'sra-tool', version: '9.1', counts: { questions: 3 } },
    });
    expect(await installed()).toContain('sra-tool@9.1');
    const record = await test.database.asSuperuser(
      `select action, detail from audit.event where action like 'pack.%' order by id`,
    );
    expect(record).toMatchObject([
      { action: 'pack.import-requested', detail: { pack: 'sra-tool' } },
      {
        action: 'pack.installed',
        detail: {
          pack: 'sra-tool',
          version: '9.1',
          fileSha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        },
      },
    ]);
  });

  it('again changes nothing, whichever way it comes', async () => {
    const again = await upload(anSraFile()).expect(200);
    expect(again.body).toMatchObject({
      state: 'already-installed',
      diff: { added: [], removed: [], changed: [], unchanged: 4 },
    });
    const spaced = await upload(Buffer.from(JSON.stringify(anSraFile(), null, 4))).expect(200);
    expect(spaced.body).toMatchObject({ state: 'already-installed' });
    const { jobId } = (await officer.post('/api/v1/packs/import?confirm=true').send(anSraFile()).expect(202))
      .body as PackImportView;
    await worker.work();
    expect((await officer.get(`/api/v1/jobs/${jobId}`).expect(200)).body).toMatchObject({ status: 'done' });
  });

  it('never changes a version: other content under the same number is refused and shown as a difference', async () => {
    const other = anSraFile(
      (file) => void (file.sections[0]!.questions[0]!.text = 'Do you look for dangers?'),
    );
    const preview = await upload(other).expect(200);
    expect(preview.body).toMatchObject({
      state: 'version-taken',
      diff: { against: { version: '9.1' }, changed: [{ id: 'SRA-S1-Q1', fields: ['text', 'findingTitle'] }] },
    });
    expect((await upload(other, '?confirm=true').expect(409)).body).toMatchObject({
      code: 'pack.version-taken',
    });
  });

  it('of a broken file changes nothing at all', async () => {
    const before = await installed();
    const broken = anSraFile((file) => void (file.sections[0]!.questions[1]!.options = []));
    const refused = await upload(broken, '?confirm=true').expect(400);
    expect((refused.body as { fieldErrors: object }).fieldErrors).toEqual({
      'sections.0.questions.1.options': ['needs at least two answers'],
    });
    expect(await worker.work()).toBe(0);
    expect(await installed()).toEqual(before);
  });

  it('is done by nobody but the worker: the application cannot write packs', async () => {
    const [row] = await test.database.asSuperuser<{ app: boolean; change: boolean }>(
      `select has_table_privilege('part164_app', 'reference.pack', 'insert') as app,
         has_table_privilege('part164_worker', 'reference.pack', 'update') or has_table_privilege('part164_worker', 'reference.pack', 'delete') as change`,
    );
    expect(row).toEqual({ app: false, change: false });
  });
});

describe('the official files', () => {
  const bring = async (file: string): Promise<PackImportView> => {
    const answer = await officer
      .post('/api/v1/packs/import?confirm=true')
      .attach('file', officialBytes(file), file)
      .expect(202);
    await worker.work();
    const view = answer.body as PackImportView;
    expect((await officer.get(`/api/v1/jobs/${view.jobId}`).expect(200)).body).toMatchObject({
      status: 'done',
    });
    return view;
  };

  officialIt('bring in the question set whole: 125 questions, 485 answers, its quirks as notes', async () => {
    const view = await bring('sra-questions.json');
    expect(view).toMatchObject({
      pack: { pack: 'sra-tool', version: '3.6', official: true },
      counts: { sections: 7, questions: 125, answers: 485, vulnerabilities: 40, threats: 206 },
    });
    const about = (id: string) =>
      view.notes
        .filter((note) => note.path === id)
        .map((note) => note.message)
        .join(' ');
    expect(about('SRA-S1-Q5')).toContain('marks none of these answers as good practice');
    expect(about('SRA-S3-Q7')).toContain('The regulation says Addressable');
    expect(about('SRA-S7-Q4')).toContain('The regulation says Addressable');
    expect(about('SRA-S6-Q8')).toContain('removed in 2013');
    for (const id of ['S3-Q6', 'S3-Q11', 'S4-Q25', 'S5-Q19', 'S5-Q23'])
      expect(about(`SRA-${id}`)).toContain('of these answers as good practice');
  });

  officialIt('show the regulation beside our words, marked with its source', async () => {
    await bring('hipaa-security-rule.json');
    const { body } = await officer.get('/api/v1/requirements/HSR-164-308-a-1-ii-A').expect(200);
    expect(body).toMatchObject({
      title: 'Risk analysis',
      officialTexts: [
        { designation: 'Required', source: { pack: 'security-rule-text', version: 'ecfr-2026-10-07' } },
      ],
    });
    const file = official<{ requirements: { citation: string; text: string }[] }>('hipaa-security-rule.json');
    const row = file.requirements.find(
      (requirement) => requirement.citation === '45 CFR 164.308(a)(1)(ii)(A)',
    )!;
    expect((body as { officialTexts: { text: string }[] }).officialTexts[0]!.text).toBe(row.text);
  });

  officialIt('bring in the threat catalog with its own warning', async () => {
    const view = await bring('threat-catalog.json');
    expect(view.pack!.provenance.confidence).toBe('general-knowledge');
    expect(view.counts).toMatchObject({ 'threat event': 102, vulnerability: 40 });
  });
});
