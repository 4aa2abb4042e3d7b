import { expect, it } from 'vitest';
import { sourceFiles } from '~/test/source-files';
import { en } from './en';
import { t } from '.';

it('puts values in their places', () => {
  expect(t('settings.siteAdded', { name: 'Riverside' })).toBe('Riverside was added.');
});

it('takes the form that the number asks for', () => {
  expect(t('table.total', { count: 1 })).toBe('One record');
  expect(t('table.total', { count: 12_000 })).toBe('12,000 records');
});

it('has no empty message and no place without a name', () => {
  const messages = Object.values(en).flatMap(
    (group) => Object.values(group) as (string | { one: string; other: string })[],
  );
  const texts = messages.flatMap((message) =>
    typeof message === 'string' ? [message] : [message.one, message.other],
  );
  expect(texts.filter((text) => text.trim() === '' || /\{\s*\}|\{\{/.test(text))).toEqual([]);
});

/** Groups whose words are looked up by a value from the backend. */
const LOOKED_UP = /^(audit\.(did|type|for)_|audit\.(ok|denied|failed)$|roles\.)/;

it('holds no message that nothing shows', async () => {
  const files = await sourceFiles(['.ts', '.tsx']);
  const code = files
    .filter(({ path }) => !path.startsWith('messages/en/'))
    .map(({ text }) => text)
    .join('\n');
  const beginnings = [...code.matchAll(/[`']([a-zA-Z]+\.[a-zA-Z]\w*_)(?:\$\{|')/g)].map(
    ([, beginning]) => beginning!,
  );
  const keys = Object.entries(en).flatMap(([group, messages]) =>
    Object.keys(messages).map((name) => `${group}.${name}`),
  );
  const unused = keys.filter(
    (key) =>
      !code.includes(`'${key}'`) &&
      !LOOKED_UP.test(key) &&
      !beginnings.some((start) => key.startsWith(start)),
  );
  expect(unused).toEqual([]);
});
