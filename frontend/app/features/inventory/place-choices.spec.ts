// @vitest-environment node
import { expect, it } from 'vitest';
import type { Api } from '~/api/client.server';
import { placeChoices } from './place-choices.server';

const ASSETS = [
  { tag: 'SYS-001', name: 'Chart', lifecycle: 'in-service' },
  { tag: 'SYS-002', name: 'Old chart', lifecycle: 'disposed' },
];

/** A backend with these assets and one vendor. */
function backend(): Api {
  const lists: Record<string, object[]> = { '/api/v1/assets': ASSETS, '/api/v1/vendors': [{ name: 'Lab' }] };
  const GET = (path: string) => Promise.resolve({ data: { items: lists[path] }, response: new Response() });
  // Only reads are asked for here.
  return { GET } as unknown as Api;
}

it('a flow is offered vendors and what is in use, and nothing that was disposed of', async () => {
  expect((await placeChoices(backend())).map(({ reference }) => reference)).toEqual(['SYS-001', 'Lab']);
});
