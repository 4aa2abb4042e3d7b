import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { HAS_PAST } from '../table/as-of';
import { PageHeader } from './page-header';

const nextStep = { title: 'Rate 4 risks', text: 'How likely?', citation: null, href: '/risks?level=unrated' };

it('leads to the next step', () => {
  renderPage(<PageHeader title="Risks" nextStep={nextStep} />, { path: '/risks' });
  expect(screen.getByRole('link', { name: 'Open: Rate 4 risks' }).getAttribute('href')).toBe(nextStep.href);
});

it('offers what one may do besides', () => {
  const also = { label: 'Begin the next year', href: '/assessments/new' };
  renderPage(<PageHeader title="2027" nextStep={{ ...nextStep, href: null, also }} />);
  expect(screen.getByRole('link', { name: also.label }).getAttribute('href')).toBe(also.href);
});

it('keeps the step in sight where it is done, without a link to itself', () => {
  renderPage(<PageHeader title="Risks" nextStep={nextStep} />, { path: '/risks?level=unrated' });
  expect(screen.queryByText('Rate 4 risks')).not.toBeNull();
  expect(screen.queryByRole('link')).toBeNull();
});

it('on a past day has no next step: it says which day it is, and leads back', () => {
  renderPage(<PageHeader title="Risks" nextStep={nextStep} />, {
    path: '/risks?status=open&cursor=abc&asOf=2026-06-30',
    handle: HAS_PAST,
  });
  expect(screen.queryByText('Rate 4 risks')).toBeNull();
  expect(screen.getByRole('status').textContent).toContain('at the end of Jun 30, 2026');
  expect(screen.getByRole('link', { name: 'Back to today' }).getAttribute('href')).toBe('/risks?status=open');
});

it('shows today on a page without a past, whatever stands in the address', () => {
  renderPage(<PageHeader title="Trend" nextStep={nextStep} />, { path: '/risks/trend?asOf=2026-06-30' });
  expect(screen.queryByText('Rate 4 risks')).not.toBeNull();
  expect(screen.queryByRole('status')).toBeNull();
});
