import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aSession } from '~/test/fake-backend';
import { renderPage } from '~/test/render-page';
import { RegisterLeft } from './register-left';

const from = { id: 'asm_1', title: 'Analysis 2025' };
const shown = (risks: number, permissions: string[] = ['assessment:read', 'assessment:write']) =>
  renderPage(<RegisterLeft assessment={{ registerLeft: { from, risks }, version: 4 }} />, {
    session: aSession({ permissions }),
  });

it('says how many risks are left where, and takes them over for the version that is shown', () => {
  const { container } = shown(2);
  expect(screen.getByText(/2 open risks are still/)).toBeDefined();
  expect(screen.getByRole('link', { name: 'Analysis 2025' }).getAttribute('href')).toBe(
    '/risks?assessmentId=asm_1',
  );
  expect(screen.getByRole('button', { name: 'Take over its register' })).toBeDefined();
  expect(container.querySelector<HTMLInputElement>('[name=version]')?.value).toBe('4');
});

it('is shown to readers without the button, and not at all where nothing is left', () => {
  shown(1, ['assessment:read']);
  expect(screen.getByText(/One open risk is still/)).toBeDefined();
  expect(screen.queryByRole('button')).toBeNull();
  shown(0);
  expect(screen.getAllByText(/still in the register/)).toHaveLength(1);
});
