import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '../../../platform/kernel/calendar-date.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { startTestWorker } from '../../../testing/test-worker.js';
import type { DeterminationView } from '../determination.schemas.js';
import type { CoveredEntity } from '../domain/clock/breach-facts.js';
import type { IncidentPage, IncidentReceipt, IncidentView } from '../incident.schemas.js';
import {
  boardOf,
  entries,
  lowProbability,
  moveTo,
  reportAs,
  todayThere,
  triageAs,
  withVersion,
  writeFacts,
  type Problem,
} from '../incidents.spec-kit.js';

let test: TestApp;
let commander: Agent;
let officer: Agent;
let staff: Agent;
beforeAll(async () => {
  test = await startTestApp();
  commander = await test.signIn('incident-commander');
  officer = await test.signIn('compliance-officer');
  staff = await test.signIn('staff');
});
afterAll(() => test.close());

const triage = (id: string, body: object) => triageAs(commander, id, body);
const obligations = () =>
  test.database.asSuperuser<{ due_on: string; status: string; title: string }>(
    `select due_on::text, status, title from obligation where kind = 'breach-notice.due' order by created_at, title`,
  );
const ours = (id: string, more: Partial<CoveredEntity>) =>
  writeFacts(commander, id, (facts) => ({
    ...facts,
    parties: facts.parties.map((party) => (party.role === 'covered-entity' ? { ...party, ...more } : party)),
  }));

describe('a report', () => {
  it('makes the incident, starts its clocks on the day on which it was noticed, and tells the reporter', async () => {
    const noticedOn = addDays(todayThere(), -3);
    const made = await reportAs(staff, { noticedOn, title: 'Chart left in a taxi' });
    expect(made).toMatchObject({ state: 'reported', opens: false });
    const mine = (await staff.get('/api/v1/incidents/mine').expect(200)).body as { items: IncidentReceipt[] };
    expect(mine.items[0]).toMatchObject({ id: made.id, title: 'Chart left in a taxi' });
    const board = await boardOf(commander, made.id);
    expect(board).toMatchObject({ phiInvolved: 'unknown', discoveredOn: noticedOn, individuals: null });
    expect(board.presumption.presumed).toBe(true);
    expect(board.duties.map(({ kind, dueOn, provisional }) => ({ kind, dueOn, provisional }))).toEqual([
      { kind: 'hhs-with-individuals', dueOn: addDays(noticedOn, 60), provisional: true },
      { kind: 'individuals', dueOn: addDays(noticedOn, 60), provisional: false },
    ]);
    const due = (await obligations()).filter(({ title }) => title.includes('Chart left'));
    expect(due.map(({ due_on }) => due_on)).toEqual([addDays(noticedOn, 60), addDays(noticedOn, 60)]);
    expect((await entries(commander, made.id))[0]).toMatchObject({ kind: 'state', toState: 'reported' });
  });

  it('tells who leads incidents and who answers for compliance, once, without a word of what was typed', async () => {
    const worker = await startTestWorker(test);
    await worker.work();
    await test.database.asSuperuser('truncate mailbox_message, delivery cascade');
    const { number } = await reportAs(staff, { title: 'Chart of a neighbor read' });
    await worker.work();
    await test.database.asSuperuser('update outbox set dispatched_at = null, finished_at = null');
    await worker.work();
    await worker.close();
    const told = await test.database.asSuperuser<{ recipient_id: string; subject: string }>(
      `select recipient_id, subject from mailbox_message where template = 'incident-reported' order by recipient_id`,
    );
    const { 'incident-commander': leads, 'compliance-officer': answers } = test.a.members;
    const subject = `An incident was reported: I-${number}, Lost or stolen device`;
    expect(told.filter((message) => message.subject === subject)).toEqual(
      [leads.memberId, answers.memberId].sort().map((recipient_id) => ({ recipient_id, subject })),
    );
  });

  it('says who told it from outside: a vendor or an alert', async () => {
    const { id } = await reportAs(staff, {
      kind: 'vendor-breach',
      source: 'business-associate',
      reporterContact: 'Dana at Northwind Hosting, 555-0100',
    });
    expect(await boardOf(commander, id)).toMatchObject({
      source: 'business-associate',
      reporterContact: 'Dana at Northwind Hosting, 555-0100',
    });
    const list = await officer.get('/api/v1/audit/events?limit=20');
    expect(JSON.stringify(list.body)).not.toContain('Northwind');
  });

  it('keeps what people wrote encrypted, and out of the audit log', async () => {
    await reportAs(staff, { whatHappened: 'Zebedee Quillfeather saw the wrong chart.' });
    const rows = await test.database.asSuperuser<{ all: string }>(
      `select (select string_agg(i::text, '') from incident i) || (select string_agg(e::text, '') from incident_entry e)
         || (select string_agg(a::text, '') from audit.event a) as all`,
    );
    expect(rows[0]!.all).not.toContain('Zebedee');
    expect(rows[0]!.all).not.toContain(Buffer.from('Zebedee').toString('hex'));
  });

  it.each([
    [{ noticedOn: addDays(calendarDate('2999-01-01'), 0) }, 'noticedOn'],
    [{ noticedOn: '2026-01-02', occurredOn: '2026-01-03' }, 'occurredOn'],
    [{ whatHappened: ' ' }, 'whatHappened'],
    [{ kind: 'earthquake' }, 'kind'],
  ])('is refused by field with %j', async (wrong, field) => {
    const body = {
      kind: 'phishing',
      title: 'A link',
      whatHappened: 'Clicked.',
      noticedOn: '2026-01-02',
      ...wrong,
    };
    const refused = (await staff.post('/api/v1/incidents').send(body).expect(400)).body as Problem;
    expect(Object.keys(refused.fieldErrors)).toEqual([field]);
  });

  it('numbers those that come at once without a gap', async () => {
    const made = await Promise.all([1, 2, 3, 4].map(() => reportAs(staff)));
    const numbers = made.map(({ number }) => number).sort((one, other) => one - other);
    expect(numbers).toEqual([0, 1, 2, 3].map((more) => numbers[0]! + more));
  });

  it('is a record that staff do not open, and find nothing of in the list', async () => {
    const { id } = await reportAs(staff);
    await staff.get(`/api/v1/incidents/${id}`).expect(404);
    const list = (await staff.get('/api/v1/incidents').expect(200)).body as IncidentPage;
    expect(list.items).toEqual([]);
  });
});

describe('the clocks', () => {
  it('follow the count: HHS moves from now to the annual log and back, and media come from 501 of one State', async () => {
    const { id } = await reportAs(staff, { noticedOn: '2026-02-01' });
    await ours(id, {
      counts: [{ asOf: calendarDate('2026-02-03'), individuals: 480, residents: { CO: 480 } }],
    });
    let { duties } = await boardOf(commander, id);
    expect((await boardOf(commander, id)).individuals).toBe(480);
    expect(duties.map(({ kind, status, dueOn }) => `${kind} ${status} ${dueOn}`)).toEqual([
      'individuals open 2026-04-02',
      'hhs-annual-log open 2027-03-01',
      'hhs-with-individuals withdrawn 2026-04-02',
    ]);
    await ours(id, {
      counts: [
        { asOf: calendarDate('2026-02-03'), individuals: 480, residents: { CO: 480 } },
        { asOf: calendarDate('2026-02-20'), individuals: 612, residents: { CO: 540, NM: 72 } },
      ],
    });
    ({ duties } = await boardOf(commander, id));
    expect(duties.map(({ kind, jurisdiction, status }) => `${kind} ${jurisdiction ?? ''} ${status}`)).toEqual(
      ['hhs-with-individuals  open', 'individuals  open', 'media CO open', 'hhs-annual-log  withdrawn'],
    );
    const log = duties.find(({ kind }) => kind === 'hhs-annual-log')!;
    expect(
      log.changes.map(({ toStatus, reason, factsRevision }) => [toStatus, reason, factsRevision]),
    ).toEqual([
      ['open', 'The list was counted.', 2],
      ['withdrawn', 'The list was counted.', 3],
    ]);
  });

  it('are written by who saw the facts as they stand, and refuse what does not fit by field', async () => {
    const { id } = await reportAs(staff);
    const { facts, revision } = await ours(id, {});
    const put = (body: object) => commander.put(`/api/v1/incidents/${id}/facts`).send(body);
    await put({ seenRevision: revision - 1, facts, reason: 'Late' }).expect(412);
    const wrong = { ...facts, occurredOn: '2100-01-01' };
    const refused = (await put({ seenRevision: revision, facts: wrong, reason: 'Wrong' }).expect(400))
      .body as Problem;
    expect(Object.keys(refused.fieldErrors)).toEqual(['facts.knowledge.0.on']);
    await staff
      .put(`/api/v1/incidents/${id}/facts`)
      .send({ seenRevision: revision, facts, reason: 'For me' })
      .expect(404);
  });

  it('end where somebody says, with reasons, that no protected health information is involved, and run on where nobody knows', async () => {
    const { id } = await reportAs(staff, { kind: 'phishing' });
    const bare = (await triage(id, { phiInvolved: 'no' })).body as Problem;
    expect(Object.keys(bare.fieldErrors)).toEqual(['reason']);
    const reason = 'The mailbox was a vendor list; it was searched, and holds no patient.';
    const ended = (await triage(id, { phiInvolved: 'no', reason, handledAs: 'near-miss' }))
      .body as IncidentView;
    expect(ended.presumption.presumed).toBe(false);
    expect(ended.duties.map(({ status }) => status)).toEqual(['withdrawn', 'withdrawn']);
    const again = (await triage(id, { phiInvolved: 'unknown', handledAs: 'incident' })).body as IncidentView;
    expect(again.duties.map(({ status }) => status)).toEqual(['open', 'open']);
    expect((await triage(id, { handledAs: 'near-miss', reason })).status).toBe(400);
  });

  it('take a notice as sent once it completes, and never before its day', async () => {
    const { id } = await reportAs(staff, { noticedOn: addDays(todayThere(), -5) });
    const { duties } = await boardOf(commander, id);
    const duty = duties.find(({ kind }) => kind === 'individuals')!;
    const send = (body: object) =>
      commander
        .post(`/api/v1/incidents/${id}/duties/${duty.id}/sendings`)
        .send({ method: 'first-class-mail', ...body });
    const early = (await send({ sentOn: addDays(todayThere(), 1), completes: true }).expect(400))
      .body as Problem;
    expect(Object.keys(early.fieldErrors)).toEqual(['sentOn']);
    await send({ sentOn: todayThere(), recipients: 300, completes: false }).expect(201);
    const sent = (await send({ sentOn: todayThere(), recipients: 12, completes: true }).expect(201))
      .body as IncidentView;
    const met = sent.duties.find(({ kind }) => kind === 'individuals')!;
    expect(met).toMatchObject({ status: 'met', metOn: todayThere(), daysLeft: null });
    expect(met.sendings.map(({ recipients }) => recipients)).toEqual([300, 12]);
    await ours(id, { counts: [{ asOf: todayThere(), individuals: 40, residents: { CO: 40 } }] });
    const after = await boardOf(commander, id);
    expect(after.duties.find(({ kind }) => kind === 'individuals')).toMatchObject({ status: 'met' });
  });
});

describe('is it a breach?', () => {
  const draft = async (id: string, content: object) =>
    (await commander.post(`/api/v1/incidents/${id}/determinations`).send({ content }).expect(201))
      .body as DeterminationView;
  const sign = (agent: Agent, id: string, { id: determination, version }: DeterminationView, body: object) =>
    withVersion(agent, 'post', `${id}/determinations/${determination}/signatures`, version).send(body);

  it('is presumed until two people show a low probability by all four factors', async () => {
    const { id } = await reportAs(staff, { kind: 'misdirected' });
    const { mitigated: _left, ...three } = lowProbability.factors;
    const incomplete = await draft(id, { ...lowProbability, factors: three });
    const refused = (await sign(commander, id, incomplete, { part: 'decides' }).expect(400)).body as Problem;
    expect(Object.keys(refused.fieldErrors).sort()).toEqual([
      'factors.mitigated.evidence',
      'factors.mitigated.reasoning',
    ]);
    const saved = (
      await withVersion(commander, 'put', `${id}/determinations/${incomplete.id}`, incomplete.version)
        .send({ content: lowProbability })
        .expect(200)
    ).body as DeterminationView;
    const signed = (await sign(commander, id, saved, { part: 'decides' }).expect(200))
      .body as DeterminationView;
    expect(signed).toMatchObject({ status: 'signed', conclusion: 'low-probability' });
    expect((await boardOf(commander, id)).presumption.presumed).toBe(true);
    await sign(commander, id, signed, { part: 'countersigns' }).expect(403);
    const standing = (await sign(officer, id, signed, { part: 'countersigns' }).expect(200))
      .body as DeterminationView;
    expect(standing.status).toBe('countersigned');
    const board = await boardOf(commander, id);
    expect(board.presumption.presumed).toBe(false);
    expect(board.duties.every(({ status }) => status === 'withdrawn')).toBe(true);
    const kept = await test.database.asSuperuser<{ part: string }>(
      'select part from determination_signature order by signed_at, id',
    );
    expect(kept.map(({ part }) => part)).toEqual(['decides', 'countersigns']);
  });

  it('leaves with all others of low probability of a year, each with its reasons and both signatures', async () => {
    const year = todayThere().slice(0, 4);
    const file = (query: string) =>
      officer.get(`/api/v1/incidents/determinations/export.json?conclusion=low-probability&${query}`);
    const rows = (await file(`year=${year}`).expect(200)).body as { rows: Record<string, unknown>[] };
    const all = JSON.stringify(rows);
    expect(all).toContain('Photograph of the envelope');
    expect(all).toContain('Everybody on the list');
    expect(JSON.stringify((await file('year=1999').expect(200)).body)).not.toContain('Photograph');
    expect((await file('year=now').expect(400)).body).toHaveProperty('fieldErrors.year');
    await staff.get('/api/v1/incidents/determinations/export.json').expect(403);
  });

  it('is given back with a reason, and decided anew beside what stands', async () => {
    const { id } = await reportAs(staff);
    const first = await draft(id, lowProbability);
    const signed = (await sign(commander, id, first, { part: 'decides' }).expect(200))
      .body as DeterminationView;
    expect((await sign(officer, id, signed, { part: 'returns' }).expect(400)).body).toHaveProperty(
      'fieldErrors.reason',
    );
    const back = (
      await sign(officer, id, signed, { part: 'returns', reason: 'The log is missing.' }).expect(200)
    ).body as DeterminationView;
    expect(back).toMatchObject({ status: 'draft', signedBy: null });
    const anew = (await sign(commander, id, back, { part: 'decides' }).expect(200)).body as DeterminationView;
    await sign(officer, id, anew, { part: 'countersigns' }).expect(200);
    const because = 'The letters turned up on a web page: they were read after all.';
    const second = (
      await commander
        .post(`/api/v1/incidents/${id}/determinations`)
        .send({ content: { ...lowProbability, conclusion: 'breach', because }, supersedesId: first.id })
        .expect(201)
    ).body as DeterminationView;
    const breach = (await sign(officer, id, second, { part: 'decides' }).expect(200))
      .body as DeterminationView;
    await sign(commander, id, breach, { part: 'countersigns' }).expect(200);
    const list = (await commander.get(`/api/v1/incidents/${id}/determinations`)).body as {
      items: DeterminationView[];
    };
    expect(list.items.map(({ status }) => status)).toEqual(['superseded', 'countersigned']);
    expect((await boardOf(commander, id)).duties.map(({ status }) => status)).toEqual(['open', 'open']);
  });
});

describe('closing', () => {
  it('waits for everything that is open, and for a second person; opening it again keeps its history', async () => {
    const { id } = await reportAs(staff, { kind: 'phishing' });
    const ask = (version: number) =>
      withVersion(commander, 'post', `${id}/closing`, version).send({
        outcome: 'near-miss',
        reason: 'The link was never opened, and the filter was changed.',
      });
    const early = await ask((await boardOf(commander, id)).version);
    expect([early.status, (early.body as Problem).code]).toEqual([409, 'incident.not-settled']);
    await moveTo(commander, id, 'triage');
    const reason = 'Nobody opened the link: the gateway log shows no visit.';
    const ready = (await triage(id, { phiInvolved: 'no', handledAs: 'near-miss', severity: 'low', reason }))
      .body as IncidentView;
    for (const task of ready.tasks)
      await withVersion(commander, 'patch', `${id}/tasks/${task.id}`, task.version)
        .send({ status: 'not-needed', outcome: 'The link was never opened.' })
        .expect(200);
    const asked = (await ask((await boardOf(commander, id)).version).expect(200)).body as IncidentView;
    expect(asked.closing.askedBy).not.toBeNull();
    const answer = (agent: Agent, version: number, body: object) =>
      withVersion(agent, 'post', `${id}/closing/answer`, version).send(body);
    await answer(commander, asked.version, { confirms: true }).expect(403);
    expect((await answer(officer, asked.version, { confirms: false }).expect(400)).body).toHaveProperty(
      'fieldErrors.reason',
    );
    const closed = (await answer(officer, asked.version, { confirms: true }).expect(200))
      .body as IncidentView;
    expect(closed).toMatchObject({ state: 'closed', closedOn: todayThere(), closeOutcome: 'near-miss' });
    await commander.post(`/api/v1/incidents/${id}/entries`).send({ kind: 'note', words: 'Late' }).expect(409);
    const open = await moveTo(commander, id, 'investigate');
    expect(open).toMatchObject({ state: 'investigate', closedOn: null });
    expect((await entries(commander, id)).some(({ toState }) => toState === 'closed')).toBe(true);
  });
});

describe('the register', () => {
  it('filters, searches and leaves as a file', async () => {
    await reportAs(staff, { title: 'Fax to a barber', kind: 'misdirected' });
    const list = async (query: string) =>
      ((await officer.get(`/api/v1/incidents?${query}`).expect(200)).body as IncidentPage).items.map(
        ({ title }) => title,
      );
    expect(await list('q=barber')).toEqual(['Fax to a barber']);
    expect(await list('kind=misdirected&open=true&q=barber')).toEqual(['Fax to a barber']);
    expect(await list('open=false&q=barber')).toEqual([]);
    const { items } = (await officer.get('/api/v1/incidents?q=barber')).body as IncidentPage;
    const duty = (await boardOf(officer, items[0]!.id)).duties[0]!;
    expect(await list(`dutyId=${duty.id}`)).toEqual(['Fax to a barber']);
    const notices = await officer
      .get(`/api/v1/incidents/notices/export.csv?status=open&year=${todayThere().slice(0, 4)}`)
      .expect(200);
    expect(notices.text.split('\n').find((line) => line.includes('Fax to a barber'))).toMatch(
      /Each affected individual|HHS, together/,
    );
    expect(
      (await officer.get('/api/v1/incidents/notices/export.csv?kind=nobody').expect(400)).body,
    ).toHaveProperty('fieldErrors.kind');
    const file = await officer.get('/api/v1/incidents/export.csv?q=barber').expect(200);
    expect(file.text).toContain('Fax to a barber');
    expect(file.text).toContain('Sent to the wrong person');
  });
});
