import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { vulnerabilitiesNextStep } from './next-step';
import { RecentScans } from './scan/recent-scans';
import { ScanCommit } from './scan/scan-commit';
import { ScanHosts } from './scan/scan-hosts';
import { scanNextStep } from './scan/scan-next-step';
import { ScanReading } from './scan/scan-reading';
import { ScanRows } from './scan/scan-rows';
import type { Scan, ScanHost } from './scan/scan-types';

const scan: Scan = {
  id: 'scn_1',
  fileName: 'november.csv',
  format: 'csv',
  status: 'previewed',
  rowCount: 3,
  scannedOn: '2026-11-20',
  isComplete: null,
  result: null,
  createdByName: 'Maya',
  createdAt: '2026-11-22T00:00:00.000Z',
  committedAt: null,
  version: 1,
  counts: { new: 1, known: 0, 'came-back': 0, 'no-asset': 1, bad: 1, 'left-out': 0 },
  notSeen: 0,
  hostCount: 2,
  undoJobId: null,
  undoneAt: null,
  undoResult: null,
  runCount: 0,
  runsWithoutAsset: 0,
  hostsWithoutAsset: 1,
  tools: ['Nessus'],
  columns: [
    { index: 0, heading: 'Host', field: 'host', samples: ['srv'] },
    { index: 1, heading: 'See Also', field: null, samples: [] },
  ],
  rowsAbove: 2,
  tool: 'Nessus',
  missing: [],
  allowedActions: ['read-anew', 'give-hosts', 'commit', 'discard'],
};
const host = (name: string, asset: ScanHost['asset']): ScanHost => ({
  host: name,
  aliases: [],
  rows: 1,
  worst: 'high',
  asset,
  matchedBy: asset ? 'tag' : null,
  unmatchedBecause: asset ? null : 'unknown',
});

describe('what a file says', () => {
  it('names the columns that are ignored and the rows above the headings', () => {
    renderPage(<ScanReading scan={scan} />);
    expect(screen.getByText('One column is ignored: See Also')).toBeDefined();
    expect(screen.getByText('2 rows above the headings are left out.')).toBeDefined();
  });
});

describe('the hosts of a file', () => {
  it('say by what each was matched, and offer the assets', () => {
    const assets = [{ id: 'ast_1', tag: 'SRV', name: 'Server' }];
    renderPage(
      <ScanHosts
        scan={scan}
        hosts={[host('who', null), host('srv', assets[0]!)]}
        next={null}
        assets={[{ reference: 'SRV', title: 'Server' }]}
      />,
    );
    expect(screen.getByText('No asset has this tag or name')).toBeDefined();
    expect(screen.getByText('By its tag')).toBeDefined();
    const fieldOf = (host: string) =>
      screen.getByLabelText<HTMLInputElement>(new RegExp(`^Asset of ${host}`));
    expect(fieldOf('srv').value).toBe('SRV Server');
    expect(fieldOf('who').value).toBe('');
    // Fifty rows do not each carry the list.
    expect(fieldOf('who').list).toBe(fieldOf('srv').list);
    expect([...fieldOf('who').list!.options].map(({ value }) => value)).toEqual(['SRV Server']);
  });
});

describe('taking a file over', () => {
  it('asks how much was looked at, with the careful answer chosen, and what to do with what cannot be used', () => {
    renderPage(<ScanCommit scan={scan} />);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /I am not sure/ }).checked).toBe(true);
    expect(screen.getByRole('radio', { name: /Leave the 2 out/ })).toBeDefined();
  });

  it('is not offered while nothing can be used', () => {
    renderPage(<ScanCommit scan={{ ...scan, counts: { ...scan.counts, new: 0 } }} />);
    expect(screen.queryByRole('button', { name: 'Take the scan over' })).toBeNull();
  });
});

describe('the next step', () => {
  it('of a file is columns, then runs, then hosts, then bad results, then the yes', () => {
    const href = (more: Partial<Scan>) => scanNextStep({ ...scan, ...more })?.href;
    expect(href({ missing: ['host'] })).toBe('#reading');
    expect(href({ runsWithoutAsset: 1 })).toBe('#runs');
    expect(href({})).toBe('#hosts');
    expect(href({ hostsWithoutAsset: 0 })).toBe('?outcome=bad');
    expect(href({ hostsWithoutAsset: 0, counts: { ...scan.counts, bad: 0 } })).toBe('#commit');
    expect(scanNextStep({ ...scan, status: 'committed' })).toBeNull();
  });

  it('of the list is the worst that is open', () => {
    const href = (all: number, openCritical: number, openHigh: number) =>
      vulnerabilitiesNextStep({ all, openCritical, openHigh }, true).href;
    expect(href(0, 0, 0)).toBe('/inventory/scans');
    expect(href(5, 2, 1)).toContain('severity=critical');
    expect(href(5, 0, 1)).toContain('severity=high');
    expect(href(5, 0, 0)).toBe('/inventory/scans');
  });
});

describe('as a file', () => {
  const exported = (): [string | null, object] => {
    const form = screen.getByRole<HTMLFormElement>('form', { name: 'Export the table' });
    return [form.getAttribute('action'), Object.fromEntries(new FormData(form))];
  };

  it('leave the results that are looked at', () => {
    const page = { nextCursor: null, total: 0, totalIsCapped: false };
    renderPage(<ScanRows scan={scan} rows={[]} page={page} outcome="no-asset" />);
    expect(exported()).toEqual(['/api/v1/scans/scn_1/rows/export.csv', { outcome: 'no-asset', purpose: '' }]);
  });

  it('leave all scans of before', () => {
    renderPage(<RecentScans scans={[scan]} />);
    expect(exported()).toEqual(['/api/v1/scans/export.csv', { purpose: '' }]);
  });
});
