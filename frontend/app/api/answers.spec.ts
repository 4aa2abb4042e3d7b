// @vitest-environment node
import { expect, it } from 'vitest';
import { read } from './answers.server';

const refusedFor = (fields: string[]) =>
  read(
    Promise.resolve({
      error: {
        status: 400,
        code: 'request.invalid',
        title: 'Some entries need another look.',
        fieldErrors: Object.fromEntries(fields.map((field) => [field, ['Not like this.']])),
      },
      response: new Response(null, { status: 400 }),
    }),
  );

it('takes an address with an id that no record can have for one where nothing is', async () => {
  for (const field of ['id', 'assessmentId'])
    await expect(refusedFor([field])).rejects.toMatchObject({ data: { status: 404 }, init: { status: 404 } });
});

it('leaves what somebody typed into a filter to be mended', async () => {
  for (const fields of [['q'], ['id', 'q']])
    await expect(refusedFor(fields)).rejects.toMatchObject({ data: { status: 400 }, init: { status: 400 } });
});
