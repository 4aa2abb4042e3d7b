import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { PageHeader } from './page-header';

const nextStep = { title: 'Rate 4 risks', text: 'How likely?', citation: null, href: '/risks?level=unrated' };

it('leads to the next step', () => {
  renderPage(<PageHeader title="Risks" nextStep={nextStep} />, { path: '/risks' });
  expect(screen.getByRole('link', { name: 'Open: Rate 4 risks' }).getAttribute('href')).toBe(nextStep.href);
});

it('keeps the step in sight where it is done, without a link to itself', () => {
  renderPage(<PageHeader title="Risks" nextStep={nextStep} />, { path: '/risks?level=unrated' });
  expect(screen.queryByText('Rate 4 risks')).not.toBeNull();
  expect(screen.queryByRole('link')).toBeNull();
});
