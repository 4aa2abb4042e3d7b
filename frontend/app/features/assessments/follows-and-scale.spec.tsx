import { fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { AppForm } from '~/ui/form/app-form';
import { FollowsAndScale } from './follows-and-scale';
import { scaleChoices } from './new-assessment';

const earlier = [
  { id: 'asm_2', title: '2026', scaleId: 'sra-three-level', carriedOnTo: null },
  { id: 'asm_1', title: '2025', scaleId: 'scl_own', carriedOnTo: { id: 'asm_2', title: '2026' } },
];
const own = { id: 'scl_own', title: 'By four', number: 1, reason: '' };

const show = () =>
  renderPage(
    <AppForm label="Start">
      <FollowsAndScale earlier={earlier} follows="asm_2" choices={scaleChoices([own])} />
    </AppForm>,
  );
const chosen = () => document.querySelector<HTMLInputElement>('input[type=radio]:checked')?.value ?? null;
const follow = (id: string) => fireEvent.change(screen.getByLabelText(/^Follows/), { target: { value: id } });
const choose = (scale: RegExp) => fireEvent.click(screen.getByLabelText(scale));

it('keeps to the scale of what is followed, also when that changes, until somebody chooses one', () => {
  show();
  expect(chosen()).toBe('sra-three-level');
  follow('asm_1');
  expect(chosen()).toBe('scl_own');
  follow('');
  expect(chosen()).toBe('nist-five-level');
  expect(screen.queryByRole('status')).toBeNull();
  choose(/^Three levels/);
  follow('asm_1');
  expect(chosen()).toBe('sra-three-level');
});

it('says that under another scale the risks are rated anew', () => {
  show();
  expect(screen.queryByText(/rated anew/)).toBeNull();
  choose(/^Five levels/);
  expect(screen.getByRole('status').textContent).toMatch(/^“2026” rates by another scale\..* rated anew/);
});

it('says before where the risks are of an analysis that another one follows already', () => {
  show();
  follow('asm_1');
  expect(screen.getByRole('status').textContent).toMatch(
    /took the open risks of “2025” over.*empty register/,
  );
  expect(screen.getByRole('link', { name: '2026' }).getAttribute('href')).toBe('/assessments/asm_2');
});
