import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aSession } from '~/test/fake-backend';
import { renderPage } from '~/test/render-page';
import { AssetTable } from './asset-table';
import { ConcernList } from './concern-badges';
import { pathOf } from './diagram/diagram-edge';
import { canvasHeight, firstView } from './diagram/first-view';
import { severityOf, type Concern, type DataFlow } from './flow-labels';
import { FlowTable } from './flow-table';
import { inventoryNextStep } from './inventory-next-step';
import type { AssetListItem } from './labels';

const places = { sites: [], colleagues: [] };
const page = { nextCursor: null, total: 1, totalIsCapped: false };
const laptop: AssetListItem = {
  id: 'ast_1',
  tag: 'DEV-001',
  name: 'Front desk laptop',
  kind: 'device',
  siteId: null,
  siteName: 'Main Street',
  location: '',
  ownerId: null,
  ownerName: 'Priya Natarajan',
  hosting: 'portable',
  vendorName: '',
  holdsEphi: true,
  phiTypes: [],
  phiActivities: [],
  phiRecordCount: null,
  encryptionAtRest: 'no',
  encryptionInTransit: 'yes',
  backup: 'untested',
  internetFacing: false,
  portable: true,
  lifecycle: 'in-service',
  updatedAt: '2026-11-22T00:00:00.000Z',
  version: 1,
};
const concern: Concern = { kind: 'unencrypted', severity: 'high', citations: ['45 CFR 164.312(e)(1)'] };
const claims: DataFlow = {
  id: 'flw_1',
  code: 'FLW-001',
  name: 'Claims',
  from: { assetId: 'ast_1', vendorId: null, party: null, tag: 'DEV-001', name: 'Front desk laptop' },
  to: { assetId: null, vendorId: null, party: 'Insurer', tag: null, name: 'Insurer' },
  counterparty: 'other',
  phiTypes: ['billing'],
  purpose: 'Payment',
  minimumNecessary: '',
  transportMethod: 'E-mail',
  transportSecurity: 'none',
  offshore: false,
  active: true,
  vendors: [],
  concerns: [concern],
  createdAt: '2026-11-22T00:00:00.000Z',
  updatedAt: '2026-11-22T00:00:00.000Z',
  version: 1,
};

describe('the table of assets', () => {
  it('says of each asset in words what its badges show in colour', () => {
    renderPage(<AssetTable assets={[laptop]} page={page} filters={{}} places={places} />);
    const row = screen.getByRole('row', { name: /Front desk laptop/ });
    expect(within(row).getByRole('link', { name: 'Front desk laptop' }).getAttribute('href')).toBe(
      '/inventory/assets/ast_1',
    );
    expect(row.textContent).toMatch(
      /DEV-001.*Device.*Yes.*No.*Never tested.*Carried around.*Main Street.*Priya/,
    );
  });

  it('shows each filter as a chip that takes itself away', () => {
    renderPage(
      <AssetTable assets={[]} page={page} filters={{ kind: 'device', q: 'lap' }} places={places} />,
      {
        path: '/inventory?kind=device&q=lap',
      },
    );
    const chip = screen.getByRole('link', { name: 'Remove filter Kind: Device' });
    expect(chip.getAttribute('href')).toBe('/inventory?q=lap');
  });

  it('teaches where nothing is listed, and leads to both ways to begin', () => {
    renderPage(<AssetTable assets={[]} page={{ ...page, total: 0 }} filters={{}} places={places} />, {
      session: aSession({ permissions: ['asset:read', 'asset:write'] }),
    });
    expect(screen.getByRole('link', { name: 'Add an asset' })).toBeDefined();
    expect(screen.getByRole('link', { name: 'Import a list' }).getAttribute('href')).toBe(
      '/inventory/import',
    );
    expect(screen.getByRole('link', { name: /164\.308\(a\)\(1\)\(ii\)\(A\)/ })).toBeDefined();
  });

  it('offers nothing to those who may only read', () => {
    renderPage(<AssetTable assets={[]} page={{ ...page, total: 0 }} filters={{}} places={places} />, {
      session: aSession({ permissions: ['asset:read'] }),
    });
    expect(screen.queryByRole('link', { name: 'Add an asset' })).toBeNull();
  });
});

describe('the next step', () => {
  it.each([
    [{ assets: 0, encryptionUnknown: 0, flows: 0 }, '/inventory/assets/new', '45 CFR 164.308(a)(1)(ii)(A)'],
    [
      { assets: 5, encryptionUnknown: 2, flows: 0 },
      expect.stringContaining('encryptionAtRest=unknown'),
      '45 CFR 164.312(a)(2)(iv)',
    ],
    [{ assets: 5, encryptionUnknown: 0, flows: 0 }, '/inventory/flows/new', '45 CFR 164.308(a)(1)(ii)(A)'],
    [{ assets: 5, encryptionUnknown: 0, flows: 3 }, '/assessments', '45 CFR 164.308(a)(1)(ii)(A)'],
  ])('for %o leads to %s', (counts, href, citation) => {
    expect(inventoryNextStep(counts, true)).toMatchObject({ href, citation });
  });
});

describe('flows as rows', () => {
  it('lead to their ends, name who is outside and what stands out', () => {
    renderPage(<FlowTable plain caption="Flows" flows={[claims]} empty={null} />);
    const row = screen.getByRole('row', { name: /Claims/ });
    expect(within(row).getByRole('link', { name: 'Front desk laptop' }).getAttribute('href')).toBe(
      '/inventory/assets/ast_1',
    );
    expect(row.textContent).toMatch(/Insurer \(Outside\).*Not encrypted.*No.*E-mail.*Claims and bills/);
  });

  it('say what to do about a concern and where the rule says so', () => {
    renderPage(<ConcernList concerns={[concern]} />);
    expect(screen.getByText(/Encrypt it, or write down why/)).toBeDefined();
    expect(screen.getByRole('link', { name: /45 CFR 164\.312\(e\)\(1\)/ })).toBeDefined();
  });

  it('stand out by the worst of their concerns', () => {
    expect(severityOf([])).toBe('none');
    expect(severityOf([{ ...concern, severity: 'moderate' }])).toBe('moderate');
    expect(severityOf([{ ...concern, severity: 'moderate' }, concern])).toBe('high');
  });
});

describe('the diagram', () => {
  it('begins with all of it in the middle where it fits', () => {
    expect(firstView({ width: 500, height: 200 }, { width: 1000, height: 600 })).toEqual({
      x: 250,
      y: 180,
      zoom: 1,
    });
  });

  it('begins at its beginning, large enough to press, where it does not fit', () => {
    expect(firstView({ width: 2000, height: 4000 }, { width: 360, height: 500 })).toEqual({
      x: 16,
      y: 16,
      zoom: 0.75,
    });
  });

  describe('of many places', () => {
    const row = (y: number, count: number) => Array.from({ length: count }, (_, at) => ({ x: at * 200, y }));
    const canvas = { width: 1032, height: 672 };

    it('shows all of them where they fit small', () => {
      const whole = { width: 2000, height: 1200 };
      const { x, y, zoom } = firstView(whole, canvas, [...row(0, 10), ...row(600, 60)]);
      expect(zoom).toBe(0.5);
      expect([x, y]).toEqual([16, 16]);
    });

    it('begins where most of them are, not in an empty corner', () => {
      const { x, y, zoom } = firstView({ width: 5000, height: 9000 }, canvas, [
        ...row(0, 3),
        ...row(6000, 12),
        ...row(6200, 12),
        ...row(8900, 40).map((place) => ({ ...place, x: 100 + place.x / 3 + 40 * place.x })),
      ]);
      expect(zoom).toBe(0.4);
      const top = (16 - y) / zoom;
      expect(top).toBeGreaterThan(4700);
      expect(top + 600 / zoom).toBeGreaterThan(6288);
      expect(top).toBeLessThan(6000);
      expect((16 - x) / zoom).toBeLessThan(400);
    });
  });

  it('is as tall as the diagram at the width that there is', () => {
    expect(canvasHeight({ width: 1000, height: 400 }, 1032)).toBe(472);
    expect(canvasHeight({ width: 2000, height: 400 }, 1032)).toBe(372);
    expect(canvasHeight({ width: 1000, height: 9000 }, 1032)).toBe(1400);
  });

  it('draws an arrow through its bends', () => {
    expect(
      pathOf([
        { x: 0, y: 0 },
        { x: 100, y: 0 },
        { x: 100, y: 50 },
      ]),
    ).toBe('M 0 0 L 94 0 Q 100 0 100 6 L 100 50');
    expect(pathOf([])).toBe('');
  });
});
