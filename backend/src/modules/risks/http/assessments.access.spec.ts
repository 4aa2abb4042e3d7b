import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLE_NAMES, type Role } from '../../../platform/access/roles.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset } from '../../inventory/inventory.spec-kit.js';
import { answerAs, startAssessment } from '../assessments.spec-kit.js';

let test: TestApp;
const has = { assessment: '', answer: '', finding: '', evidence: '', asset: '' };
beforeAll(async () => {
  test = await startTestApp();
  const officer = await test.signIn('compliance-officer');
  has.asset = (await makeAsset(officer)).id;
  has.assessment = (await startAssessment(officer)).id;
  const answer = await answerAs(officer, has.assessment, 'S1-Q1', 'gap');
  [has.answer, has.finding] = [answer.id, answer.finding!.id];
  const evidence = await officer
    .post(`/api/v1/answers/${answer.id}/evidence`)
    .field('title', 'Proof')
    .attach('file', Buffer.from('text'), 'a.txt');
  has.evidence = (evidence.body as { id: string }).id;
});
afterAll(() => test.close());

/** Of a decision that nobody made: who may add evidence gets to know so. */
const NOBODYS = `dec_${'0'.repeat(32)}`;

const READ: Role[] = ['org-admin', 'compliance-officer', 'vendor-manager', 'incident-commander', 'auditor'];
const WRITE: Role[] = ['compliance-officer'];
const EXPORT: Role[] = ['org-admin', 'compliance-officer', 'auditor'];
const ALL: Role[] = [...ROLE_NAMES];

type Call = [
  method: 'get' | 'post' | 'put' | 'patch' | 'delete',
  path: () => string,
  roles: Role[],
  body?: object,
];
const of = (rest: string) => () => `/assessments/${has.assessment}${rest}`;
const CALLS: Call[] = [
  ['get', () => '/assessments', READ],
  ['post', () => '/assessments', WRITE, { title: 'By role' }],
  ['get', of(''), READ],
  ['patch', of(''), WRITE, { title: 'By role' }],
  ['post', of('/register-takeover'), WRITE],
  ['get', of('/exclusions'), READ],
  ['get', of('/exclusions/export.csv'), EXPORT],
  ['put', () => `/assessments/${has.assessment}/exclusions/${has.asset}`, WRITE, { reason: 'By role' }],
  ['delete', () => `/assessments/${has.assessment}/exclusions/${has.asset}`, WRITE],
  ['get', of('/sections/S1'), READ],
  ['get', of('/answers/export.json'), EXPORT],
  ['get', of('/earlier-answers'), READ],
  ['post', of('/earlier-answers/preview'), WRITE, {}],
  ['post', of('/earlier-answers'), WRITE, {}],
  ['delete', of('/earlier-answers'), WRITE],
  ['put', of('/answers/S1-Q2'), WRITE, { optionId: 'a' }],
  ['post', () => `/answers/${has.answer}/evidence`, WRITE, { title: 'By role', note: 'x' }],
  // Staff are let in for the files of their own actions; this one is an answer's, so it is not found.
  ['get', () => `/evidence/${has.evidence}/file`, ALL],
  ['post', () => `/evidence/${has.evidence}/withdrawal`, WRITE, { reason: 'By role' }],
  ['get', of('/findings'), READ],
  ['get', of('/findings/export.xlsx'), EXPORT],
  ['post', of('/findings'), WRITE, { title: 'By role' }],
  ['post', of('/findings/refresh'), WRITE],
  ['get', () => `/findings/${has.finding}`, READ],
  ['patch', () => `/findings/${has.finding}`, WRITE, { status: 'dismissed', reason: 'By role' }],
  ['get', of('/proposals'), READ],
  ['get', of('/proposals/export.csv'), EXPORT],
  ['get', of('/proposals/pairs'), READ],
  ['get', of('/proposals/pairs/P-001'), READ],
  ['post', of('/proposals/pairs/P-001/dismissal'), WRITE, {}],
  ['post', of('/proposals/pairs/P-001/restoration'), WRITE, {}],
  ['post', of('/proposals/acceptance'), WRITE, {}],
  ['post', of('/proposals/acceptance/bulk'), WRITE, {}],
  ['post', of('/proposals/dismissal'), WRITE, {}],
  ['post', of('/proposals/dismissal/bulk'), WRITE, {}],
  ['post', of('/proposals/restoration'), WRITE, {}],
  ['get', of('/changes'), READ],
  ['get', of('/changes/export.csv'), EXPORT],
  ['get', of('/specifications'), READ],
  ['get', of('/specifications/export.json'), EXPORT],
  ['post', of('/specifications/as-answered'), WRITE],
  ['put', of('/specifications/HSR-164-312-a-2-iv'), WRITE, {}],
  ['post', of('/specifications/HSR-164-312-a-2-iv/confirmation'), WRITE, {}],
  ['post', () => `/addressable-decisions/${NOBODYS}/evidence`, WRITE, { title: 'By role', note: 'x' }],
];

describe.each(ROLE_NAMES)('%s', (role) => {
  it.each(CALLS.map(([method, path, roles, body]) => ({ method, path, roles, body })))(
    'at call $# is let in or not, as the trust page says',
    async ({ method, path, roles, body }) => {
      const agent = await test.signIn(role);
      const request = agent[method](`/api/v1${path()}`);
      const answer = await (body ? request.send(body) : request);
      const call = `${method} ${path()}`;
      // Who may not see the evidence of an answer does not learn that it is there.
      const closed = answer.status === 403 || (path().endsWith('/withdrawal') && answer.status === 404);
      expect({ call, closed }).toEqual({ call, closed: !roles.includes(role) });
      expect(answer.status).toBeLessThan(500);
    },
  );
});
