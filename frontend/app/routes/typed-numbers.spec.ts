// @vitest-environment node
import { afterEach, expect, it } from 'vitest';
import { typedNumber } from '~/api/typed-number';
import {
  aGet,
  argumentsOf,
  aSession,
  startFakeBackend,
  thrownBy,
  type FakeBackend,
} from '~/test/fake-backend';
import * as actionPage from './_app.plan.$actionId';
import * as riskPage from './_app.risks.$riskId';

let backend: FakeBackend | undefined;
afterEach(async () => {
  await backend?.stop();
  backend = undefined;
});

const session = [200, aSession({ permissions: ['risk:read', 'action:read'] })] as [number, unknown];
const pageOf = (...ids: string[]) =>
  [200, { items: ids.map((id) => ({ id })), nextCursor: null, total: ids.length, totalIsCapped: false }] as [
    number,
    unknown,
  ];

it.each([
  ['R-14', 'R', 'R-14'],
  ['r14', 'R', 'R-14'],
  ['14', 'A', 'A-14'],
  ['A-14', 'R', null],
  ['rsk_0123', 'R', null],
] as const)('%s as %s is %s', (typed, letter, number) => {
  expect(typedNumber(typed, letter)).toBe(number);
});

it('leads from the number of a risk or of an action to its page', async () => {
  backend = await startFakeBackend({
    'GET /api/v1/session': session,
    'GET /api/v1/risks?q=R-14&limit=1': pageOf('rsk_1'),
    'GET /api/v1/actions?q=A-7&limit=1': pageOf('act_1'),
  });
  const risk = await caught(() => riskPage.loader(argumentsOf(aGet('/risks/R-14'), { riskId: 'R-14' })));
  expect(risk.headers.get('location')).toBe('/risks/rsk_1');
  const action = await caught(() => actionPage.loader(argumentsOf(aGet('/plan/a7'), { actionId: 'a7' })));
  expect(action.headers.get('location')).toBe('/plan/act_1');
});

it('says that there is no such page where nothing has the number', async () => {
  backend = await startFakeBackend({
    'GET /api/v1/session': session,
    'GET /api/v1/risks?q=R-99&limit=1': pageOf(),
  });
  const thrown = await thrownBy(() => riskPage.loader(argumentsOf(aGet('/risks/R-99'), { riskId: 'R-99' })));
  expect(thrown.init?.status).toBe(404);
});

async function caught(run: () => Promise<unknown>): Promise<Response> {
  try {
    await run();
  } catch (thrown) {
    return thrown as Response;
  }
  throw new Error('Nothing was thrown.');
}
