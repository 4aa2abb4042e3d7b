import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLE_NAMES, type Role } from '../../../platform/access/roles.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const READ: Role[] = ['org-admin', 'compliance-officer', 'vendor-manager', 'incident-commander', 'auditor'];
const REPORT: Role[] = ['org-admin', 'compliance-officer', 'vendor-manager', 'incident-commander'];
const CALLS: [method: 'get' | 'post', path: string, roles: Role[]][] = [
  ['get', '', READ],
  ['get', '/review', READ],
  ['get', `/chg_${'0'.repeat(32)}`, READ],
  ['get', '/export.csv', ['org-admin', 'compliance-officer', 'auditor']],
  ['post', '', REPORT],
  ['post', '/decisions', ['compliance-officer']],
];

describe.each(CALLS)('%s /environment-changes%s', (method, path, roles) => {
  it.each(ROLE_NAMES)('as %s', async (role) => {
    const agent = await test.signIn(role);
    const { status } = await agent[method](`/api/v1/environment-changes${path}`).send(
      method === 'post' ? {} : undefined,
    );
    if (roles.includes(role)) expect([200, 400, 404]).toContain(status);
    else expect(status).toBe(403);
  });
});
