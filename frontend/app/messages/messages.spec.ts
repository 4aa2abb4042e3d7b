import { expect, it } from 'vitest';
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
