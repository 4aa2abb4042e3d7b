// @vitest-environment node
import { afterEach, describe, expect, it } from 'vitest';
import {
  aGet,
  aPost,
  argumentsOf,
  aSession,
  startFakeBackend,
  thrownBy,
  type FakeBackend,
} from '~/test/fake-backend';
import * as scan from './_app.inventory.scans.$scanId';
import * as vulnerabilities from './_app.inventory.vulnerabilities._index';

let backend: FakeBackend | undefined;
afterEach(async () => {
  await backend?.stop();
  backend = undefined;
});

const permissions = ['asset:read', 'vulnerability:read', 'vulnerability:write'];
const session = [200, aSession({ permissions })] as [number, unknown];
const empty = { items: [], nextCursor: null, total: 0, totalIsCapped: false };
const portal = { id: 'ast_1', tag: 'APP-1', name: 'Portal' };
const billing = { id: 'ast_2', tag: 'APP-2', name: 'Billing' };
const twin = { id: 'ast_3', tag: 'APP-3', name: 'Billing' };
const found = (...items: object[]) => [200, { ...empty, items }] as [number, unknown];
const calls = (method: string) => backend!.calls.filter(({ what }) => what.startsWith(method));

/** A page with runs or hosts: what stood in each field, and what stands there now. */
function save(intent: 'runs' | 'hosts', rows: [key: string, was: string, now: string][]) {
  const request = aPost('/inventory/scans/scn_1', { csrf: 'csrf-1', intent, version: '3' });
  const body = new URLSearchParams({ csrf: 'csrf-1', intent, version: '3' });
  rows.forEach(([key, was, now], index) => {
    body.append('key', key);
    body.append(`${intent}.${index}.was`, was);
    body.append(`${intent}.${index}.asset`, now);
  });
  const sent = new Request(request.url, { method: 'POST', headers: { cookie: 'sid=abc' }, body });
  return scan.action(argumentsOf(sent, { scanId: 'scn_1' }));
}

describe('the asset of a run', () => {
  it('is found by what was typed, and only what was chosen anew is sent', async () => {
    backend = await startFakeBackend({
      'GET /api/v1/session': session,
      'GET /api/v1/assets?named=app-2&limit=100': found(billing),
      'PUT /api/v1/scans/scn_1/runs': [200, {}],
    });
    await save('runs', [
      ['1', 'APP-1 Portal', 'APP-1 Portal'],
      ['2', '', 'app-2'],
      ['7', 'APP-1 Portal', ''],
    ]);
    expect(calls('PUT')).toMatchObject([
      {
        body: {
          runs: [
            { run: 2, assetId: 'ast_2' },
            { run: 7, assetId: null },
          ],
        },
      },
    ]);
  });

  it('that nothing or several are called is said at its field, and nothing is sent', async () => {
    backend = await startFakeBackend({
      'GET /api/v1/session': session,
      'GET /api/v1/assets?named=billing&named=nobody&limit=100': found(billing, twin),
    });
    const answer = await save('runs', [
      ['1', '', ''],
      ['2', '', 'Billing'],
      ['3', '', 'Nobody'],
    ]);
    expect(answer).toMatchObject({
      data: {
        intent: 'runs',
        problem: {
          fieldErrors: {
            'runs.1.asset': [expect.stringContaining('More than one')],
            'runs.2.asset': [expect.stringContaining('Nothing has')],
          },
        },
        values: { 'runs.1.asset': 'Billing' },
      },
    });
    expect(calls('PUT')).toEqual([]);
  });

  it('that is refused is told at the field where it was typed', async () => {
    backend = await startFakeBackend({
      'GET /api/v1/session': session,
      'GET /api/v1/assets?named=app-1&limit=100': found(portal),
      'PUT /api/v1/scans/scn_1/hosts': [
        400,
        {
          status: 400,
          code: 'request.invalid',
          title: 'x',
          fieldErrors: { 'hosts.0.assetId': ['Disposed of.'] },
        },
      ],
    });
    const answer = await save('hosts', [
      ['a', '', ''],
      ['b', '', 'APP-1'],
    ]);
    expect(answer).toMatchObject({
      data: { problem: { fieldErrors: { 'hosts.1.asset': ['Disposed of.'] } } },
    });
  });
});

describe('the list of vulnerabilities', () => {
  const load = (address: string) => vulnerabilities.loader(argumentsOf(aGet(address)));

  it('goes to the address of the asset that was named, with the other filters', async () => {
    backend = await startFakeBackend({
      'GET /api/v1/session': session,
      'GET /api/v1/assets?named=app-1%20portal&limit=100': found(portal),
    });
    const left = await thrownBy(() =>
      load('/inventory/vulnerabilities?severity=high&asset=APP-1+Portal&cursor=x&assetId=ast_9'),
    );
    expect(left.headers.get('location')).toBe('/inventory/vulnerabilities?severity=high&assetId=ast_1');
  });

  it('says at the field what names no asset, and keeps it', async () => {
    const list = [200, { ...empty, tools: [] }] as [number, unknown];
    backend = await startFakeBackend({
      'GET /api/v1/session': session,
      'GET /api/v1/assets?named=nobody&limit=100': found(),
      'GET /api/v1/assets?limit=30&sort=name': found(portal),
      'GET /api/v1/vulnerabilities': list,
      'GET /api/v1/vulnerabilities?limit=1': list,
      'GET /api/v1/vulnerabilities?severity=critical&status=open&limit=1': list,
      'GET /api/v1/vulnerabilities?severity=high&status=open&limit=1': list,
    });
    const { choices } = await load('/inventory/vulnerabilities?asset=nobody');
    expect(choices.asset).toEqual({
      field: 'asset',
      search: '/search/choices?of=assets',
      choices: [{ reference: 'APP-1', title: 'Portal' }],
      value: '',
      unknown: { typed: 'nobody', problem: expect.stringContaining('Nothing has this name') as string },
    });
  });
});
