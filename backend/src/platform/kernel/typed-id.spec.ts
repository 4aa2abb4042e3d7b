import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ID_PREFIX, typedId, typedIdPattern, uuidOf, type IdKind } from './typed-id.js';

it('an id goes out with its prefix and comes back as the same UUID', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.constantFrom(...(Object.keys(ID_PREFIX) as IdKind[])), (uuid, kind) => {
      const text = typedId(kind, uuid);
      return typedIdPattern(kind).test(text) && uuidOf(text) === uuid;
    }),
  );
});

it('no two kinds share a prefix', () => {
  const prefixes = Object.values(ID_PREFIX);
  expect(new Set(prefixes).size).toBe(prefixes.length);
});
