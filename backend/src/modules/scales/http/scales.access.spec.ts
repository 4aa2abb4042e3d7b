import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLE_NAMES, type Role } from '../../../platform/access/roles.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { draftScale } from '../scales.spec-kit.js';

let test: TestApp;
let scale: { id: string };
beforeAll(async () => {
  test = await startTestApp();
  scale = await draftScale(await test.signIn('compliance-officer'));
});
afterAll(() => test.close());

const READ: Role[] = ['org-admin', 'compliance-officer', 'vendor-manager', 'incident-commander', 'auditor'];
const WRITE: Role[] = ['compliance-officer'];
const ADOPT: Role[] = ['org-admin', 'compliance-officer'];
const EXPORT: Role[] = ['org-admin', 'compliance-officer', 'auditor'];

/** Calls that write name no version, so that nothing changes from one call to the next. */
const CALLS: [method: 'get' | 'post' | 'patch' | 'delete', path: () => string, roles: Role[]][] = [
  ['get', () => '/risk-scales', READ],
  ['get', () => `/risk-scales/${scale.id}`, READ],
  ['get', () => `/risk-scales/${scale.id}/export.csv`, EXPORT],
  ['post', () => '/risk-scales', WRITE],
  ['patch', () => `/risk-scales/${scale.id}`, WRITE],
  ['delete', () => `/risk-scales/${scale.id}`, WRITE],
  ['post', () => `/risk-scales/${scale.id}/proposal`, WRITE],
  ['post', () => `/risk-scales/${scale.id}/return`, ADOPT],
  ['post', () => `/risk-scales/${scale.id}/adoption`, ADOPT],
  ['post', () => `/risk-scales/${scale.id}/retirement`, ADOPT],
];

describe.each(ROLE_NAMES)('%s', (role) => {
  it.each(CALLS.map(([method, path, roles]) => ({ method, path, roles })))(
    'at call $# is let in or not, as the permissions say',
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
