// @vitest-environment node
import { afterEach, expect, it } from 'vitest';
import { aGet, argumentsOf, aSession, startFakeBackend, type FakeBackend } from '~/test/fake-backend';
import * as changes from './_app.assessments.$assessmentId.changes';
import * as proposals from './_app.assessments.$assessmentId.proposals._index';

let backend: FakeBackend | undefined;
afterEach(async () => {
  await backend?.stop();
  backend = undefined;
});

const session = [200, aSession({ permissions: ['assessment:read', 'data-flow:read'] })] as [number, unknown];

it('what changed is asked for a page of each list, and for more only when somebody wants it', async () => {
  const base = '/assessments/asm_1/changes';
  backend = await startFakeBackend({
    'GET /api/v1/session': session,
    [`GET /api/v1${base}?limit=50`]: [200, { asked: 50 }],
    [`GET /api/v1${base}?limit=500`]: [200, { asked: 500 }],
  });
  const load = (address: string) => changes.loader(argumentsOf(aGet(address), { assessmentId: 'asm_1' }));
  expect(await load(base)).toEqual({ asked: 50 });
  expect(await load(`${base}?rows=all`)).toEqual({ asked: 500 });
});

it('of the proposals the first asset or flow is open, or the one that was asked for', async () => {
  const base = '/assessments/asm_1/proposals';
  const items = [{ id: 'ast_1' }, { id: 'ast_2' }];
  const list = { items, counts: {}, choices: {}, nextCursor: null, total: 2, totalIsCapped: false };
  backend = await startFakeBackend({
    'GET /api/v1/session': session,
    [`GET /api/v1${base}?state=open&limit=5`]: [200, list],
  });
  const load = (address: string) => proposals.loader(argumentsOf(aGet(address), { assessmentId: 'asm_1' }));
  expect((await load(base)).open).toBe('ast_1');
  expect((await load(`${base}?open=ast_2`)).open).toBe('ast_2');
  expect((await load(`${base}?open=ast_9`)).open).toBe('ast_1');
});
