// @vitest-environment node
import { afterEach, describe, expect, it } from 'vitest';
import { createApi } from '~/api/client.server';
import { aGet, startFakeBackend, type FakeBackend } from '~/test/fake-backend';
import { actionChoices, namedBy, riskChoices } from './choices.server';
import { addDependency, addEffect } from './relate-action.server';

let backend: FakeBackend | undefined;
afterEach(async () => {
  await backend?.stop();
  backend = undefined;
});

const page = (...items: object[]): [number, unknown] => [
  200,
  { items, nextCursor: null, total: items.length, totalIsCapped: false },
];
const laptop = { id: 'rsk_12', number: 12, title: 'A laptop is lost' };
const phone = { id: 'rsk_13', number: 13, title: 'A phone is lost' };
const form = (entries: Record<string, string>) => {
  const filled = new FormData();
  Object.entries({ version: '3', ...entries }).forEach(([name, value]) => filled.set(name, value));
  return filled;
};
const last = () => backend!.calls.at(-1)!;

it.each([
  ['R-12', 'R-12'],
  ['r12', 'R-12'],
  ['12', 'R-12'],
  ['R-12 A laptop is lost', 'R-12'],
  ['laptop 12', 'laptop 12'],
  ['12 laptops', '12 laptops'],
  ['A-12', 'A-12'],
])('takes %s as %s', (typed, meant) => {
  expect(namedBy(typed, 'R')).toBe(meant);
});

describe('a risk that the action lowers, too', () => {
  const asked = (q: string) => `GET /api/v1/risks?q=${q}&assessmentId=asm_1&limit=2`;
  const put = 'PUT /api/v1/actions/act_1/risks/rsk_12';

  it.each(['R-12 A laptop is lost', 'r-12', '12'])('is found by %s', async (riskNumber) => {
    backend = await startFakeBackend({ [asked('R-12')]: page(laptop), [put]: [200, {}] });
    const done = await addEffect(createApi(aGet('/')), 'act_1', form({ riskNumber, assessmentId: 'asm_1' }));
    expect(done.ok).toBe(true);
    expect([last().what, last().headers['if-match']]).toEqual([put, '"v3"']);
  });

  it('is found by words that fit no other one', async () => {
    backend = await startFakeBackend({ [asked('laptop')]: page(laptop), [put]: [200, {}] });
    const fields = { riskNumber: 'laptop', assessmentId: 'asm_1' };
    expect((await addEffect(createApi(aGet('/')), 'act_1', form(fields))).ok).toBe(true);
  });

  it.each([
    ['several', page(laptop, phone), 'More than one fits.'],
    ['none', page(), 'Nothing here fits.'],
  ])('is asked for again where %s fit, and nothing is written', async (_count, answer, message) => {
    backend = await startFakeBackend({ [asked('lost')]: answer });
    const fields = { riskNumber: 'lost', assessmentId: 'asm_1' };
    const done = await addEffect(createApi(aGet('/')), 'act_1', form(fields));
    expect(done).toMatchObject({
      ok: false,
      problem: { fieldErrors: { riskNumber: [expect.stringContaining(message)] } },
    });
    expect(backend.calls).toHaveLength(1);
  });
});

it('waits for the action that was chosen from the list', async () => {
  backend = await startFakeBackend({
    'GET /api/v1/actions?q=A-7&limit=2': page({ id: 'act_7', number: 7, title: 'Buy disks' }),
    'POST /api/v1/actions/act_1/dependencies': [201, {}],
  });
  const done = await addDependency(createApi(aGet('/')), 'act_1', form({ waitsForId: 'A-7 Buy disks' }));
  expect(done.ok).toBe(true);
  expect(last().body).toEqual({ waitsForId: 'act_7' });
});

describe('what a field offers', () => {
  it('are a few open risks of the analysis, or those that fit', async () => {
    backend = await startFakeBackend({
      'GET /api/v1/risks?assessmentId=asm_1&status=open&limit=30': page(laptop, phone),
      'GET /api/v1/risks?assessmentId=asm_1&q=phone&limit=30': page(phone),
    });
    const api = createApi(aGet('/'));
    expect(await riskChoices(api, 'asm_1')).toEqual([
      { reference: 'R-12', title: 'A laptop is lost' },
      { reference: 'R-13', title: 'A phone is lost' },
    ]);
    expect(await riskChoices(api, 'asm_1', 'phone')).toHaveLength(1);
  });

  it('are a few actions that are not finished', async () => {
    backend = await startFakeBackend({
      'GET /api/v1/actions?q=A-7&status=unfinished&limit=30': page({ number: 7, title: 'Buy disks' }),
    });
    expect(await actionChoices(createApi(aGet('/')), '7')).toEqual([
      { reference: 'A-7', title: 'Buy disks' },
    ]);
  });
});
