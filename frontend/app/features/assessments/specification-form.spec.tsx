import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { SpecificationForm } from './specification-form';
import type { Specification } from './specification-words';

const undecided = {
  requirementId: 'HSR-1',
  title: 'Encryption',
  decision: null,
  // The form reads no more of it.
} as unknown as Specification;

it('calls the reason optional only where it is: for what is put in place', async () => {
  renderPage(<SpecificationForm assessmentId="asm_1" specification={undecided} refused={null} />);
  const reasoning = () => screen.getByLabelText(/^Why the specification as written does not fit/);
  const measure = () => screen.getByLabelText(/^What is in place/);
  expect(reasoning()).toHaveProperty('required', true);
  await userEvent.click(screen.getByRole('radio', { name: /^Another measure instead/ }));
  expect(reasoning()).toHaveProperty('required', true);
  expect(measure()).toHaveProperty('required', true);
  await userEvent.click(screen.getByRole('radio', { name: /^Put in place/ }));
  expect(reasoning()).toHaveProperty('required', false);
  expect(measure()).toHaveProperty('required', false);
  await userEvent.click(screen.getByRole('radio', { name: /^Neither/ }));
  expect(reasoning()).toHaveProperty('required', true);
});
