// @vitest-environment node
import { expect, it } from 'vitest';
import { requestScope } from '~/session/request-scope.server';
import { aGet, argumentsOf, aSession, startFakeBackend, thrownBy } from '~/test/fake-backend';
import * as nowhere from './_app.$';

it('says of an address without a page under which request it was asked for', async () => {
  const backend = await startFakeBackend({
    'GET /api/v1/session': [200, aSession(), { 'x-request-id': 'req_1234567890' }],
  });
  const args = argumentsOf<Parameters<typeof nowhere.loader>[0]>(aGet('/nowhere'));
  const thrown = await thrownBy(async () =>
    requestScope(argumentsOf(args.request), () => nowhere.loader(args)),
  );
  await backend.stop();
  expect(thrown).toMatchObject({
    data: { status: 404, code: 'page.not-found', requestId: 'req_1234567890' },
    init: { status: 404 },
  });
});
