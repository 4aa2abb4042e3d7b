import { render } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { draftKey, forgetAllDrafts, keepDraft, readDraft, restoreDraft } from './drafts';

const key = draftKey('mem_1', 'asset:new');

beforeEach(() => sessionStorage.clear());

function drawForm() {
  const { container } = render(
    <form>
      <input name="csrf" type="hidden" defaultValue="secret" />
      <input name="password" type="password" />
      <input name="name" />
      <textarea name="note" />
      <select name="kind">
        <option value="a">a</option>
        <option value="b">b</option>
      </select>
      <input name="phi" type="checkbox" value="x" />
      <input name="phi" type="checkbox" value="y" />
    </form>,
  );
  return container.querySelector('form')!;
}

function field(form: HTMLFormElement, selector: string) {
  return form.querySelector<HTMLInputElement>(selector)!;
}

it('brings back what was typed and ticked, and keeps neither passwords nor hidden values', () => {
  const typed = drawForm();
  field(typed, '[name=name]').value = 'EHR';
  field(typed, '[name=note]').value = 'two\nlines';
  field(typed, '[name=kind]').value = 'b';
  field(typed, '[name=password]').value = 'do not keep';
  field(typed, '[value=y]').checked = true;
  keepDraft(key, typed);
  expect(sessionStorage.getItem(key)).not.toMatch(/do not keep|secret/);

  const fresh = drawForm();
  expect(restoreDraft(fresh, readDraft(key)!)).toBe(true);
  expect(field(fresh, '[name=name]').value).toBe('EHR');
  expect(field(fresh, '[name=note]').value).toBe('two\nlines');
  expect(field(fresh, '[name=kind]').value).toBe('b');
  expect([field(fresh, '[value=x]').checked, field(fresh, '[value=y]').checked]).toEqual([false, true]);
});

it('says nothing when the form already holds the same', () => {
  const form = drawForm();
  keepDraft(key, form);
  expect(restoreDraft(form, readDraft(key)!)).toBe(false);
});

it('belongs to one person and one form, and goes with all others on signing out', () => {
  keepDraft(key, drawForm());
  sessionStorage.setItem('react-router-scroll-positions', '{}');
  expect(readDraft(draftKey('mem_2', 'asset:new'))).toBeNull();
  forgetAllDrafts();
  expect(readDraft(key)).toBeNull();
  expect(sessionStorage.length).toBe(1);
});
