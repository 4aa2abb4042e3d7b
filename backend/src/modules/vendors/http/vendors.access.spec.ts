import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLE_NAMES, type Role } from '../../../platform/access/roles.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeVendor } from '../vendors.spec-kit.js';

let test: TestApp;
let vendor: { id: string };
beforeAll(async () => {
  test = await startTestApp();
  vendor = await makeVendor(await test.signIn('vendor-manager'));
});
afterAll(() => test.close());

const READ: Role[] = ['org-admin', 'compliance-officer', 'vendor-manager', 'incident-commander', 'auditor'];
const WRITE: Role[] = ['compliance-officer', 'vendor-manager'];
const EXPORT: Role[] = ['org-admin', 'compliance-officer', 'vendor-manager', 'auditor'];
const CALLS: [method: 'get' | 'post' | 'patch', path: () => string, roles: Role[]][] = [
  ['get', () => '/vendors', READ],
  ['get', () => `/vendors/${vendor.id}`, READ],
  ['get', () => '/vendors/export.csv', EXPORT],
  ['post', () => '/vendors', WRITE],
  ['patch', () => `/vendors/${vendor.id}`, WRITE],
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
