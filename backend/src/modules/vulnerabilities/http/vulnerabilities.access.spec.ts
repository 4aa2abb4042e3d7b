import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLE_NAMES, type Role } from '../../../platform/access/roles.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset } from '../../inventory/inventory.spec-kit.js';
import type { ScanView } from '../scan.schemas.js';
import { SCAN_HEAD, scanLine, scansBy } from '../vulnerabilities.spec-kit.js';

let test: TestApp;
let scan: ScanView;
let vulnerability: { id: string };
beforeAll(async () => {
  test = await startTestApp();
  const officer = await test.signIn('compliance-officer');
  const scans = scansBy(officer);
  await makeAsset(officer, { tag: 'SRV' });
  await scans.bring([scanLine('srv', '1', 'High')], '2026-03-01');
  vulnerability = (await scans.list()).items[0]!;
  scan = await scans.preview([SCAN_HEAD, scanLine('srv', '2', 'High')].join('\n'));
});
afterAll(() => test.close());

const READ: Role[] = ['org-admin', 'compliance-officer', 'incident-commander', 'auditor'];
const WRITE: Role[] = ['org-admin', 'compliance-officer'];
const EXPORT: Role[] = [...WRITE, 'auditor'];
type Call = [method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: () => string, roles: Role[]];
const CALLS: Call[] = [
  ['get', () => '/vulnerabilities', READ],
  ['get', () => `/vulnerabilities/${vulnerability.id}`, READ],
  ['patch', () => `/vulnerabilities/${vulnerability.id}`, WRITE],
  ['get', () => '/vulnerabilities/export.csv', EXPORT],
  ['get', () => '/scans', WRITE],
  ['get', () => '/scans/export.csv', WRITE],
  ['post', () => '/scans', WRITE],
  ['get', () => `/scans/${scan.id}`, WRITE],
  ['get', () => `/scans/${scan.id}/rows`, WRITE],
  ['get', () => `/scans/${scan.id}/rows/export.csv`, WRITE],
  ['get', () => `/scans/${scan.id}/hosts`, WRITE],
  ['get', () => `/scans/${scan.id}/problems.csv`, WRITE],
  ['put', () => `/scans/${scan.id}/reading`, WRITE],
  ['put', () => `/scans/${scan.id}/hosts`, WRITE],
  ['get', () => `/scans/${scan.id}/runs`, WRITE],
  ['put', () => `/scans/${scan.id}/runs`, WRITE],
  ['get', () => `/scans/${scan.id}/undo`, WRITE],
  ['post', () => `/scans/${scan.id}/undo`, WRITE],
  ['post', () => `/scans/${scan.id}/commit`, WRITE],
  ['delete', () => `/scans/${scan.id}`, WRITE],
];

describe.each(ROLE_NAMES)('%s', (role) => {
  it.each(CALLS.map(([method, path, roles]) => ({ method, path, roles })))(
    'at call $# is let in or not, as the permissions say',
    async ({ method, path, roles }) => {
      const agent = await test.signIn(role);
      // Without a version nothing is changed by those who are let in.
      const answer = await agent[method](`/api/v1${path()}`);
      expect({ call: `${method} ${path()}`, denied: answer.status === 403 }).toEqual({
        call: `${method} ${path()}`,
        denied: !roles.includes(role),
      });
      expect(answer.status).toBeLessThan(500);
    },
  );
});
