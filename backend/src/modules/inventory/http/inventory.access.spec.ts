import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../../platform/access/roles.js';
import { ROLE_NAMES } from '../../../platform/access/roles.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { anAsset, makeAsset, makeFlow, sanitize, upload, uploadFlows } from '../inventory.spec-kit.js';

let test: TestApp;
let asset: { id: string };
let flow: { id: string };
let record: { id: string };
let list: { id: string };
let flowList: { id: string };
beforeAll(async () => {
  test = await startTestApp();
  const officer = await test.signIn('compliance-officer');
  asset = await makeAsset(officer);
  const retired = (await makeAsset(officer)) as { id: string; version: number };
  record = (await sanitize(officer, retired).expect(201)).body as { id: string };
  flow = await makeFlow(officer, { from: { assetId: asset.id } });
  list = (await upload(officer, 'Name,Kind,Hosting,ePHI\nA,device,cloud,yes').expect(201)).body as {
    id: string;
  };
  flowList = (await uploadFlows(officer, 'Name,From,To,Other end\nA,x,y,other').expect(201)).body as {
    id: string;
  };
});
afterAll(() => test.close());

const READ: Role[] = ['org-admin', 'compliance-officer', 'vendor-manager', 'incident-commander', 'auditor'];
const WRITE: Role[] = ['org-admin', 'compliance-officer'];
const EXPORT: Role[] = [...WRITE, 'auditor'];

type Call = [
  method: 'get' | 'post' | 'put' | 'patch' | 'delete',
  path: () => string,
  roles: Role[],
  body?: object,
];
const CALLS: Call[] = [
  ['get', () => '/assets', READ],
  ['get', () => `/assets/${asset.id}`, READ],
  ['post', () => '/assets', WRITE, anAsset()],
  ['patch', () => `/assets/${asset.id}`, WRITE, { name: 'x' }],
  ['get', () => '/assets/export.csv', EXPORT],
  ['get', () => `/assets/${asset.id}/sanitizations`, READ],
  ['get', () => `/assets/${asset.id}/sanitizations/export.csv`, EXPORT],
  ['post', () => `/assets/${asset.id}/sanitizations`, WRITE, {}],
  ['get', () => `/asset-sanitizations/${record.id}/file`, READ],
  ['get', () => '/data-flows', READ],
  ['get', () => `/data-flows/${flow.id}`, READ],
  ['post', () => '/data-flows', WRITE, {}],
  ['patch', () => `/data-flows/${flow.id}`, WRITE, { name: 'x' }],
  ['get', () => '/data-flows/export.csv', EXPORT],
  ['get', () => '/inventory/diagram', READ],
  ['get', () => '/asset-imports', WRITE],
  ['post', () => '/asset-imports', WRITE, { fileName: 'a.csv', content: 'Name\nA' }],
  ['get', () => '/asset-imports/export.csv', WRITE],
  ['get', () => '/asset-imports/template.csv', WRITE],
  ['get', () => `/asset-imports/${list.id}`, WRITE],
  ['get', () => `/asset-imports/${list.id}/rows`, WRITE],
  ['get', () => `/asset-imports/${list.id}/rows/export.csv`, WRITE],
  ['get', () => `/asset-imports/${list.id}/problems.csv`, WRITE],
  ['put', () => `/asset-imports/${list.id}/sheet`, WRITE, {}],
  ['put', () => `/asset-imports/${list.id}/mapping`, WRITE, {}],
  ['post', () => `/asset-imports/${list.id}/commit`, WRITE, {}],
  ['get', () => `/asset-imports/${list.id}/undo`, WRITE],
  ['post', () => `/asset-imports/${list.id}/undo`, WRITE, {}],
  ['delete', () => `/asset-imports/${list.id}`, WRITE],
  ['get', () => '/data-flow-imports', WRITE],
  ['post', () => '/data-flow-imports', WRITE, { fileName: 'a.csv', content: 'Name\nA' }],
  ['get', () => '/data-flow-imports/export.csv', WRITE],
  ['get', () => '/data-flow-imports/template.csv', WRITE],
  ['get', () => `/data-flow-imports/${flowList.id}`, WRITE],
  ['get', () => `/data-flow-imports/${flowList.id}/rows`, WRITE],
  ['get', () => `/data-flow-imports/${flowList.id}/rows/export.csv`, WRITE],
  ['get', () => `/data-flow-imports/${flowList.id}/problems.csv`, WRITE],
  ['put', () => `/data-flow-imports/${flowList.id}/sheet`, WRITE, {}],
  ['put', () => `/data-flow-imports/${flowList.id}/mapping`, WRITE, {}],
  ['post', () => `/data-flow-imports/${flowList.id}/commit`, WRITE, {}],
  ['get', () => `/data-flow-imports/${flowList.id}/undo`, WRITE],
  ['post', () => `/data-flow-imports/${flowList.id}/undo`, WRITE, {}],
  ['delete', () => `/data-flow-imports/${flowList.id}`, WRITE],
];

describe.each(ROLE_NAMES)('%s', (role) => {
  it.each(CALLS.map(([method, path, roles, body]) => ({ method, path, roles, body })))(
    'at call $# is let in or not, as the trust page says',
    async ({ method, path, roles, body }) => {
      const agent = await test.signIn(role);
      const request = agent[method](`/api/v1${path()}`);
      const answer = await (body ? request.send(body) : request);
      const denied = answer.status === 403;
      expect({ call: `${method} ${path()}`, denied }).toEqual({
        call: `${method} ${path()}`,
        denied: !roles.includes(role),
      });
      expect(answer.status).toBeLessThan(500);
    },
  );
});
