import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { Withdraw, WithdrawnNote } from './withdrawal';

it('asks for a reason, and says what goes back where', async () => {
  const { container } = renderPage(<Withdraw allowedActions={['withdraw']} version={4} />);
  screen.getByRole('button', { name: 'Withdraw this analysis' }).click();
  const dialog = await screen.findByRole('alertdialog');
  expect(dialog.textContent).toContain('go back to the analysis before');
  expect(dialog.querySelector<HTMLTextAreaElement>('[name=reason]')?.required).toBe(true);
  expect(container.ownerDocument.querySelector<HTMLInputElement>('[name=version]')?.value).toBe('4');
});

it('is not offered to who cannot, nor for what is signed', () => {
  renderPage(<Withdraw allowedActions={['export']} version={4} />);
  expect(screen.queryByRole('button')).toBeNull();
});

it('names who withdrew it, and why', () => {
  const by = { id: 'mem_1', name: 'Maya Chen' };
  renderPage(<WithdrawnNote withdrawn={{ by, at: '2026-11-23T10:00:00.000Z', reason: 'Begun twice' }} />);
  expect(screen.getByText(/Maya Chen/)).toBeDefined();
  expect(screen.getByText('Begun twice')).toBeDefined();
});
