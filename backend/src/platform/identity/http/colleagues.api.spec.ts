import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';

let test: TestApp;

beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

it('names everybody in the organization, and says who may own something: not an auditor', async () => {
  const agent = await test.signIn('staff', test.a);
  const { body } = await agent.get('/api/v1/colleagues').expect(200);
  const items = (body as { items: { roleLabel: string; mayOwn: boolean }[] }).items;
  expect(items.length).toBeGreaterThan(3);
  expect(items.filter(({ mayOwn }) => !mayOwn).map(({ roleLabel }) => roleLabel)).toEqual(['Auditor']);
});
