import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declaredPermissions, ROLE_NAMES, type Role } from '../../../platform/access/roles.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { REVIEWERS } from '../domain/reviewers.js';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const READ: Role[] = ['org-admin', 'compliance-officer', 'vendor-manager', 'incident-commander', 'auditor'];
const CALLS: [method: 'get' | 'post', path: string, roles: Role[]][] = [
  ['get', '', READ],
  ['get', `/ast_${'0'.repeat(32)}`, READ],
  ['get', '/export.csv', ['org-admin', 'compliance-officer', 'auditor']],
  ['post', '', ['org-admin', 'compliance-officer', 'vendor-manager']],
];

describe.each(CALLS)('%s /record-reviews%s', (method, path, roles) => {
  it.each(ROLE_NAMES)('as %s', async (role) => {
    const agent = await test.signIn(role);
    const { status } = await agent[method](`/api/v1/record-reviews${path}`).send(
      method === 'post' ? {} : undefined,
    );
    if (roles.includes(role)) expect([200, 400, 404]).toContain(status);
    else expect(status).toBe(403);
  });
});

it.each(['asset', 'data-flow', 'vendor', 'risk'] as const)(
  'the review of a record of type %s is the work of those who may change it',
  (type) => {
    const rolesWith = (permission: `${string}:${string}`) => declaredPermissions().get(permission)!.roles;
    const may = rolesWith(`${type}:write`).filter((role) => rolesWith('review:write').includes(role));
    expect([...REVIEWERS[type]].sort()).toEqual([...rolesWith(`${type}:write`)].sort());
    expect([...REVIEWERS[type]].sort()).toEqual([...may].sort());
  },
);
