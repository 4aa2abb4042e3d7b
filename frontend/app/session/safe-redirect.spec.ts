import { expect, it } from 'vitest';
import { ownPath } from './safe-redirect';

it.each([
  ['/settings/sites?sort=name#new', '/settings/sites?sort=name#new'],
  ['/', '/'],
  ['', '/'],
  [null, '/'],
  ['settings', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/\t/evil.example', '/'],
  ['/a/../../b', '/b'],
])('leads %j to %j', (target, path) => {
  expect(ownPath(target)).toBe(path);
});
