import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aSession } from '~/test/fake-backend';
import { renderPage } from '~/test/render-page';
import { ChangeText } from './change-text';
import type { Change } from './words';

// The text reads no more of it.
const change = (kind: Change['kind']) =>
  ({
    kind,
    subject: { type: 'scan', name: 'One critical vulnerability (march.csv)', href: '/inventory/scans/scn_1' },
    details: [],
    description: '',
  }) as unknown as Change;
const shown = (kind: Change['kind'], permissions: string[]) =>
  renderPage(<ChangeText change={change(kind)} />, { session: aSession({ permissions }) });
const toCritical = () => screen.queryByRole('link', { name: /^The critical ones/ })?.getAttribute('href');

it('leads from what a scanner found to its file, and to the vulnerabilities with their assets', () => {
  shown('critical-found', ['vulnerability:read']);
  expect(screen.getByRole('link', { name: /march\.csv/ }).getAttribute('href')).toBe(
    '/inventory/scans/scn_1',
  );
  expect(toCritical()).toBe('/inventory/vulnerabilities?severity=critical&status=open');
});

it('leads nobody there who may not see them, and nobody from another change', () => {
  shown('critical-found', []);
  shown('asset-added', ['vulnerability:read']);
  expect(toCritical()).toBeUndefined();
});
