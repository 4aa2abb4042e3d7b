import { cleanup, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aSession } from '~/test/fake-backend';
import { renderPage } from '~/test/render-page';
import type { Asset } from '../labels';
import { SanitizationSection } from './sanitization-section';
import type { Sanitization } from './sanitization-labels';

const laptop = {
  id: 'ast_1',
  name: 'Laptop',
  kind: 'device',
  holdsEphi: true,
  lifecycle: 'retired',
} as Asset;
const record: Sanitization = {
  id: 'san_2',
  assetId: 'ast_1',
  purpose: 'disposal',
  method: 'not-needed',
  notNeededReason: 'It never had a disk',
  doneOn: '2026-01-05',
  doneBy: 'Priya',
  givenTo: 'Recycling yard',
  verifiedBy: 'Maya',
  certificate: 'C-17',
  file: { name: 'certificate.pdf', sizeBytes: 12, sha256: 'aa' },
  corrects: 'san_1',
  isCorrected: false,
  recordedBy: 'Maya Lindholm',
  recordedAt: '2026-01-06T00:00:00.000Z',
};
const first = { ...record, id: 'san_1', corrects: null, isCorrected: true, file: null };
const session = aSession({ permissions: ['asset:read', 'asset:write'] });

describe('the removal of ePHI on the page of an asset', () => {
  it('tells every record with all that was said, and which one was put right', () => {
    renderPage(
      <SanitizationSection asset={{ ...laptop, lifecycle: 'disposed' }} records={[record, first]} />,
      {
        session,
      },
    );
    const [, later, earlier] = screen.getAllByRole('row');
    expect(later?.textContent).toMatch(
      /Jan 5, 2026.*Correction.*Disposal.*Nothing was on it.*never had a disk.*Priya.*Recycling yard.*Maya.*C-17.*certificate\.pdf.*Maya Lindholm/,
    );
    expect(within(later!).getByRole('link', { name: 'certificate.pdf' }).getAttribute('href')).toBe(
      '/api/v1/asset-sanitizations/san_2/file',
    );
    expect(
      within(later!)
        .getByRole('link', { name: /^Correct/ })
        .getAttribute('href'),
    ).toBe('/inventory/assets/ast_1/sanitization?corrects=san_2');
    expect(earlier?.textContent).toContain('Corrected by a later record');
    expect(within(earlier!).queryByRole('link', { name: /^Correct/ })).toBeNull();
    expect(screen.queryByRole('link', { name: 'Dispose of it' })).toBeNull();
  });

  it('offers both ways while the asset is here, to those who may', () => {
    renderPage(<SanitizationSection asset={laptop} records={[]} />, { session });
    expect(screen.getByRole('link', { name: 'Dispose of it' }).getAttribute('href')).toBe(
      '/inventory/assets/ast_1/sanitization',
    );
    expect(screen.getByRole('link', { name: 'Record a re-use' })).toBeDefined();
  });

  it('leaves as a file with those who may take it out', () => {
    renderPage(<SanitizationSection asset={laptop} records={[record]} />, { session });
    expect(screen.queryByRole('form', { name: 'Export the table' })).toBeNull();
    cleanup();
    const auditor = aSession({ permissions: ['asset:read', 'asset:export'] });
    renderPage(<SanitizationSection asset={laptop} records={[record]} />, { session: auditor });
    const form = screen.getByRole('form', { name: 'Export the table' });
    expect(form.getAttribute('action')).toBe('/api/v1/assets/ast_1/sanitizations/export.csv');
    expect(screen.queryByRole('link', { name: 'Dispose of it' })).toBeNull();
  });

  it('is not there for what cannot keep any', () => {
    renderPage(
      <SanitizationSection asset={{ ...laptop, kind: 'facility', holdsEphi: false }} records={[]} />,
    );
    expect(screen.queryByText('Removal of ePHI')).toBeNull();
  });
});
