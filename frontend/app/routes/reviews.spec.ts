// @vitest-environment node
import { afterEach, expect, it } from 'vitest';
import {
  aGet,
  aPost,
  argumentsOf,
  aSession,
  startFakeBackend,
  thrownBy,
  type FakeBackend,
} from '~/test/fake-backend';
import * as vendor from './_app.vendors.$vendorId';
import * as reviews from './_app.reviews';

let backend: FakeBackend | undefined;
afterEach(async () => {
  await backend?.stop();
  backend = undefined;
});

const csrf = 'csrf-1';
const permissions = ['review:read', 'review:write', 'vendor:read', 'vendor:write'];
const session = [200, aSession({ permissions })] as [number, unknown];
const empty = { items: [], nextCursor: null, total: 0, totalIsCapped: false };
const REVIEW = 'POST /api/v1/record-reviews';
const said = { outcome: 'still-right', reason: 'Seen on the shelf' };
const sent = () => backend!.calls.find(({ what }) => what === REVIEW)?.body;

it('the list asks for the filters of the address, and counts what is due', async () => {
  const wanted = 'GET /api/v1/record-reviews?state=overdue&ownerId=mine&sort=-dueOn';
  backend = await startFakeBackend({
    'GET /api/v1/session': session,
    [wanted]: [200, { ...empty, due: 7 }],
    'GET /api/v1/colleagues': [200, { items: [] }],
  });
  const data = await reviews.loader(argumentsOf(aGet('/reviews?state=overdue&q=&ownerId=mine&sort=-dueOn')));
  expect(backend.calls.map(({ what }) => what)).toContain(wanted);
  expect(data).toMatchObject({ due: 7, exported: { state: 'overdue', ownerId: 'mine', sort: '-dueOn' } });
});

it('is not for those whose role does not read reviews', async () => {
  backend = await startFakeBackend({ 'GET /api/v1/session': [200, aSession({ permissions: [] })] });
  const thrown = await thrownBy(() => reviews.loader(argumentsOf(aGet('/reviews'))));
  expect(thrown.init?.status).toBe(403);
});

it('each ticked record goes with the version that was seen, and what was left is named', async () => {
  const items = [
    { id: 'ast_1', name: 'Laptop', result: 'reviewed' },
    { id: 'ven_2', name: 'PingWell', result: 'changed-meanwhile' },
  ];
  backend = await startFakeBackend({
    'GET /api/v1/session': session,
    [REVIEW]: [201, { items, reviewed: 1 }],
  });
  const form = { csrf, 'record.ast_1': '3', 'record.ven_2': '5', ...said };
  const answer = (await reviews.action(argumentsOf(aPost('/reviews?state=due', form)))) as Response;
  expect(sent()).toEqual({
    records: [
      { id: 'ast_1', version: 3 },
      { id: 'ven_2', version: 5 },
    ],
    ...said,
  });
  expect(answer.headers.get('location')).toBe('/reviews?state=due');
  const cookie = decodeURIComponent(answer.headers.get('set-cookie')!.split('=')[1]!.split('.')[0]!);
  expect(Buffer.from(cookie, 'base64').toString()).toContain(
    'One record is reviewed. One is left as it is: PingWell (changed meanwhile).',
  );
});

it('a refusal brings back what was ticked and typed', async () => {
  backend = await startFakeBackend({
    'GET /api/v1/session': session,
    [REVIEW]: [
      400,
      { title: 'Not saved', status: 400, code: 'request.invalid', fieldErrors: { outcome: ['Choose'] } },
    ],
  });
  const form = { csrf, 'record.ast_1': '3', outcome: '', reason: 'Seen' };
  const answer = await reviews.action(argumentsOf(aPost('/reviews', form)));
  expect(sent()).toEqual({ records: [{ id: 'ast_1', version: 3 }], reason: 'Seen' });
  expect(answer).toMatchObject({
    data: {
      values: { 'record.ast_1': '3', reason: 'Seen' },
      problem: { fieldErrors: { outcome: ['Choose'] } },
    },
  });
});

it('the page of a record reviews that record alone', async () => {
  backend = await startFakeBackend({
    'GET /api/v1/session': session,
    [REVIEW]: [201, { items: [{ id: 'ven_1', name: 'PingWell', result: 'reviewed' }], reviewed: 1 }],
  });
  const form = { csrf, intent: 'review-record', recordId: 'ven_1', version: '2', ...said };
  const answer = (await vendor.action(
    argumentsOf(aPost('/vendors/ven_1', form), { vendorId: 'ven_1' }),
  )) as Response;
  expect(sent()).toEqual({ records: [{ id: 'ven_1', version: 2 }], ...said });
  expect(answer.headers.get('location')).toBe('/vendors/ven_1');
});
