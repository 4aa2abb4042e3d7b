import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLE_NAMES, type Role } from '../../../platform/access/roles.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { startAssessment } from '../assessments.spec-kit.js';
import { makeAction, makeRisk, memberId } from '../register.spec-kit.js';

let test: TestApp;
const ids = { assessment: '', risk: '', action: '', milestone: '', staffAction: '' };
beforeAll(async () => {
  test = await startTestApp();
  const officer = await test.signIn('compliance-officer');
  ids.assessment = (await startAssessment(officer)).id;
  ids.risk = (await makeRisk(officer, ids.assessment)).id;
  const action = await makeAction(officer, {
    riskId: ids.risk,
    milestones: [{ title: 'Order', dueOn: '2027-01-01' }],
  });
  [ids.action, ids.milestone] = [action.id, action.milestones[0]!.id];
  ids.staffAction = (await makeAction(officer, { riskId: ids.risk, ownerId: memberId(test.a, 'staff') })).id;
});
afterAll(() => test.close());

const READ: Role[] = ['org-admin', 'compliance-officer', 'vendor-manager', 'incident-commander', 'auditor'];
const OFFICER: Role[] = ['compliance-officer'];
const EXPORT: Role[] = ['org-admin', 'compliance-officer', 'auditor'];
const SECOND: Role[] = ['org-admin', 'compliance-officer'];
const WORK: Role[] = ['org-admin', 'compliance-officer', 'vendor-manager', 'incident-commander', 'staff'];
const ALL: Role[] = [...ROLE_NAMES];

type Call = [
  method: 'get' | 'post' | 'put' | 'patch' | 'delete',
  path: () => string,
  roles: Role[],
  body?: object,
];
const NO_ACCEPTANCE = `acc_${'0'.repeat(32)}`;
const NO_LESSON = `les_${'0'.repeat(32)}`;

/** Versions are stale on purpose: who may is told so by 412, and nothing changes from one call to the next. */
const CALLS: Call[] = [
  ['get', () => '/risks', READ],
  ['get', () => '/risks/export.json', EXPORT],
  ['get', () => `/risks/heat-map?assessmentId=${ids.assessment}`, READ],
  ['get', () => '/risks/scales', READ],
  ['get', () => `/risks/${ids.risk}`, READ],
  ['get', () => '/risks/trend', READ],
  ['get', () => '/risks/trend/export.csv', EXPORT],
  ['post', () => '/risks', OFFICER, {}],
  ['post', () => '/risks/reviews', OFFICER, {}],
  ['post', () => `/risks/${ids.risk}/review`, OFFICER, {}],
  ['patch', () => `/risks/${ids.risk}`, OFFICER, { title: 'x' }],
  ['post', () => `/risks/${ids.risk}/acceptances`, OFFICER, {}],
  ['post', () => `/risks/${ids.risk}/acceptances/${NO_ACCEPTANCE}/decision`, SECOND, { decision: 'approve' }],
  ['get', () => '/actions', ALL],
  ['get', () => '/actions/export.csv', EXPORT],
  ['get', () => `/actions/${ids.staffAction}`, ALL],
  ['post', () => '/actions', OFFICER, {}],
  ['patch', () => `/actions/${ids.action}`, OFFICER, { title: 'x' }],
  ['post', () => `/actions/${ids.staffAction}/start`, WORK],
  ['post', () => `/actions/${ids.staffAction}/completion`, WORK, { completedOn: '2026-01-01' }],
  ['post', () => `/actions/${ids.staffAction}/evidence`, WORK, { title: '' }],
  ['post', () => `/actions/${ids.action}/validation`, SECOND, { note: 'Seen' }],
  ['post', () => `/actions/${ids.action}/reopening`, SECOND, { reason: 'Not yet' }],
  ['post', () => `/actions/${ids.action}/cancellation`, OFFICER, { reason: 'No longer' }],
  ['post', () => `/actions/${ids.action}/milestones`, OFFICER, { title: 'x', dueOn: '2027-01-01' }],
  ['patch', () => `/actions/${ids.staffAction}/milestones/${ids.milestone}`, WORK, { doneOn: '2026-01-01' }],
  ['delete', () => `/actions/${ids.action}/milestones/${ids.milestone}`, OFFICER],
  ['put', () => `/actions/${ids.action}/risks/${ids.risk}`, OFFICER, {}],
  ['delete', () => `/actions/${ids.action}/risks/${ids.risk}`, OFFICER],
  ['post', () => `/actions/${ids.action}/dependencies`, OFFICER, { waitsForId: `act_${'0'.repeat(32)}` }],
  ['delete', () => `/actions/${ids.action}/dependencies/${ids.staffAction}`, OFFICER],
  ['post', () => `/actions/${ids.staffAction}/lessons`, WORK, {}],
  ['get', () => '/lessons', ALL],
  ['get', () => '/lessons/export.csv', EXPORT],
  ['get', () => `/lessons/${NO_LESSON}`, ALL],
  ['patch', () => `/lessons/${NO_LESSON}`, WORK, { doneOn: '2026-01-01' }],
  ['delete', () => `/lessons/${NO_LESSON}`, OFFICER],
  ['get', () => '/plan/summary', READ],
  ['get', () => '/plan/summary/export.csv', EXPORT],
  ['get', () => '/plan/timeline', READ],
  ['get', () => `/assessments/${ids.assessment}/sign-off`, READ],
  ['post', () => `/assessments/${ids.assessment}/checklist/scope`, OFFICER, { met: true }],
  ['post', () => `/assessments/${ids.assessment}/submission`, OFFICER],
  ['post', () => `/assessments/${ids.assessment}/return`, SECOND, { reason: 'Not yet' }],
  ['post', () => `/assessments/${ids.assessment}/approval`, SECOND, { statement: 'Approved' }],
  ['get', () => `/assessments/${ids.assessment}/report`, READ],
  [
    'get',
    () => `/assessments/${ids.assessment}/report?purpose=export`,
    ['org-admin', 'compliance-officer', 'auditor'],
  ],
  [
    'get',
    () => `/assessments/${ids.assessment}/signed-content`,
    ['org-admin', 'compliance-officer', 'auditor'],
  ],
];

describe.each(ROLE_NAMES)('%s', (role) => {
  it.each(CALLS.map(([method, path, roles, body]) => ({ method, path, roles, body })))(
    'at call $# is let in or not, as declared',
    async ({ method, path, roles, body }) => {
      const agent = await test.signIn(role);
      const request = agent[method](`/api/v1${path()}`).set('If-Match', '"v999"');
      const answer = await (body ? request.send(body) : request);
      const code = (answer.body as { code?: string }).code;
      // 'action.not-yours' is no closed door: the role may work, but on its own actions.
      const denied = answer.status === 403 && code === 'access.denied';
      expect({ call: `${method} ${path()}`, denied }).toEqual({
        call: `${method} ${path()}`,
        denied: !roles.includes(role),
      });
      expect(answer.status).toBeLessThan(500);
    },
  );
});

describe('nobody', () => {
  it.each(CALLS.map(([method, path]) => ({ method, path })))(
    'is let in at call $#',
    async ({ method, path }) => {
      expect((await test.anonymous()[method](`/api/v1${path()}`)).status).toBe(401);
    },
  );
});
