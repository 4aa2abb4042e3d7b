import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLE_NAMES, type Role } from '../../../platform/access/roles.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { boardOf, reportAs } from '../incidents.spec-kit.js';

let test: TestApp;
let incident: { id: string };
let duty: { id: string };
beforeAll(async () => {
  test = await startTestApp();
  const commander = await test.signIn('incident-commander');
  incident = await reportAs(commander);
  duty = (await boardOf(commander, incident.id)).duties[0]!;
});
afterAll(() => test.close());

const WRITERS: Role[] = ['org-admin', 'compliance-officer', 'vendor-manager', 'incident-commander', 'staff'];
const ALL: Role[] = [...WRITERS, 'auditor'];
const DECIDE: Role[] = ['compliance-officer', 'incident-commander'];
const EXPORT: Role[] = ['org-admin', 'compliance-officer', 'incident-commander', 'auditor'];
const none = '0'.repeat(32);
const at = (path: string) => () => `/incidents/${incident.id}${path}`;
const CALLS: [method: 'get' | 'post' | 'patch' | 'put', path: () => string, roles: Role[]][] = [
  ['post', () => '/incidents', WRITERS],
  ['get', () => '/incidents', ALL],
  ['get', () => '/incidents/mine', WRITERS],
  ['get', () => '/incidents/export.csv', EXPORT],
  ['get', () => '/incidents/notices/export.csv', EXPORT],
  ['get', () => '/incidents/determinations/export.csv', EXPORT],
  ['get', at(''), ALL],
  ['patch', at(''), WRITERS],
  ['post', at('/moves'), WRITERS],
  ['put', at('/roles/privacy'), WRITERS],
  ['post', at('/closing'), WRITERS],
  ['post', at('/closing/answer'), ['org-admin', 'compliance-officer', 'incident-commander']],
  ['get', at('/entries'), ALL],
  ['post', at('/entries'), WRITERS],
  ['post', at(`/entries/ent_${none}/release`), WRITERS],
  ['post', at('/tasks'), WRITERS],
  ['post', at('/tasks/left'), WRITERS],
  ['patch', at(`/tasks/tsk_${none}`), WRITERS],
  ['get', at('/facts'), ALL],
  ['put', at('/facts'), WRITERS],
  ['post', () => `/incidents/${incident.id}/duties/${duty.id}/sendings`, WRITERS],
  ['get', at('/determinations'), ALL],
  ['post', at('/determinations'), DECIDE],
  ['put', at(`/determinations/det_${none}`), DECIDE],
  ['post', at(`/determinations/det_${none}/signatures`), DECIDE],
];

describe.each(ROLE_NAMES)('%s', (role) => {
  it.each(CALLS.map(([method, path, roles]) => ({ method, path, roles })))(
    'at call $# is let in or not, as the trust page says',
    async ({ method, path, roles }) => {
      const agent = await test.signIn(role);
      const answer = await agent[method](`/api/v1${path()}`);
      const denied = answer.status === 403;
      expect({ call: `${method} ${path()}`, denied }).toEqual({
        call: `${method} ${path()}`,
        denied: !roles.includes(role),
      });
      expect(answer.status).toBeLessThan(500);
    },
  );
});

describe('who may write in general, but is not of the team', () => {
  it.each(['staff', 'vendor-manager', 'org-admin'] as const)('changes nothing: %s', async (role) => {
    const agent = await test.signIn(role);
    const { version } = await boardOf(await test.signIn('incident-commander'), incident.id);
    const write = (method: 'post' | 'patch' | 'put', path: string, body: object) =>
      agent[method](`/api/v1/incidents/${incident.id}${path}`).set('If-Match', `"v${version}"`).send(body);
    const member = test.a.members.staff.memberId.replaceAll('-', '');
    const answers = [
      await write('patch', '', { severity: 'low' }),
      await write('post', '/moves', { to: 'triage' }),
      await write('put', '/roles/privacy', { memberId: `mem_${member}` }),
      await write('post', '/entries', { kind: 'note', words: 'Hello' }),
      await write('post', '/tasks', { phase: 'contain', title: 'Mine' }),
      await write('post', '/tasks/left', {
        tasks: [{ id: `tsk_${none}`, version: 1 }],
        outcome: 'Not needed.',
      }),
      await write('post', `/duties/${duty.id}/sendings`, {
        sentOn: '2026-01-01',
        method: 'e-mail',
        completes: true,
      }),
      await write('post', '/closing', { outcome: 'resolved', reason: 'Because I should like it to be.' }),
    ];
    // Who may read the register is told that it is not theirs; to others it is not there.
    const expected = role === 'org-admin' ? 403 : 404;
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => expected));
  });
});
