import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { VendorFacts } from './vendor-facts';
import { vendorNextStep, vendorsNextStep } from './vendor-next-step';
import { VendorTable } from './vendor-table';
import type { Vendor } from './vendor-labels';

const billing: Vendor = {
  id: 'ven_1',
  name: 'Cascade Billing',
  service: 'Claims',
  contactEmail: 'ana@cascade.example',
  agreementStatus: 'signed',
  agreementNotRequiredReason: '',
  agreementSignedOn: '2020-01-02',
  agreementEndsOn: '2021-12-31',
  agreement: 'expired',
  active: true,
  flows: 2,
  createdAt: '2026-11-22T00:00:00.000Z',
  updatedAt: '2026-11-22T00:00:00.000Z',
  version: 1,
};

describe('the table of vendors', () => {
  it('says how each agreement stands today, until when, and how many flows go there', () => {
    const page = { nextCursor: null, total: 1, totalIsCapped: false };
    renderPage(<VendorTable vendors={[billing]} page={page} exported={{}} empty={null} />);
    const row = screen.getByRole('row', { name: /Cascade Billing/ });
    expect(within(row).getByRole('link').getAttribute('href')).toBe('/vendors/ven_1');
    expect(row.textContent).toMatch(/Claims.*Expired.*Dec 31, 2021.*2.*ana@cascade.*Works with us/);
  });
});

describe('the facts of a vendor', () => {
  it('tell what was written down where time has overtaken it', () => {
    renderPage(<VendorFacts vendor={billing} />);
    expect(screen.getByText('Expired')).toBeDefined();
    expect(screen.getByText('written down as: Signed')).toBeDefined();
  });
});

describe('the next step with a vendor', () => {
  it.each<[string, Partial<Vendor>, string, string]>([
    [
      'who gets ePHI without an agreement',
      { agreement: 'none' },
      'Sign an agreement',
      '45 CFR 164.308(b)(1)',
    ],
    ['while it is negotiated', { agreement: 'in-negotiation' }, 'Sign an agreement', '45 CFR 164.308(b)(1)'],
    ['whose agreement has ended', {}, 'Renew the agreement', '45 CFR 164.504(e)'],
    ['to whom nothing flows', { agreement: 'none', flows: 0 }, 'Say what flows', '45 CFR 164.308(b)(1)'],
    ['whose agreement will end', { agreement: 'signed' }, 'Renew it before', '45 CFR 164.504(e)'],
    [
      'whose agreement has no end',
      { agreement: 'signed', agreementEndsOn: null },
      'Keep it true',
      '45 CFR 164.504(e)',
    ],
    ['who needs none', { agreement: 'not-required' }, 'Ask again', '45 CFR 164.502(e)'],
  ])('%s', (_, change, title, citation) => {
    const step = vendorNextStep({ ...billing, ...change }, true);
    expect(step?.title).toContain(title);
    expect(step?.citation).toBe(citation);
  });

  it('is none when the work has ended and nothing flows', () => {
    expect(vendorNextStep({ ...billing, flows: 0, active: false }, true)).toBeNull();
  });

  it('has no form for who only reads', () => {
    expect(vendorNextStep(billing, false)?.href).toBeNull();
  });

  it.each([
    [{ all: 0, needing: 0 }, '/vendors/new', '45 CFR 164.308(b)(1)'],
    [{ all: 3, needing: 2 }, '/vendors?needsAgreement=true', '45 CFR 164.502(e)'],
    [{ all: 3, needing: 0 }, null, '45 CFR 164.308(b)(1)'],
  ])('of the list for %o leads to %s', (counts, href, citation) => {
    expect(vendorsNextStep(counts, true)).toMatchObject({ href, citation });
  });
});
