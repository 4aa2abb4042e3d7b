import { t } from '~/messages';
import type { NextStep } from '~/ui/text/page-header';
import type { Scan } from './scan-types';

/** What to do with a file that waits; no law speaks of files of scanners, so no citation. */
export function scanNextStep(scan: Scan): NextStep | null {
  if (scan.status !== 'previewed') return null;
  const step = (title: string, text: string, href: string | null): NextStep => ({
    title,
    text,
    citation: null,
    href,
  });
  if (scan.missing.length > 0) return step(t('scans.nextReadTitle'), t('scans.nextReadText'), '#reading');
  if (scan.runsWithoutAsset > 0)
    return step(t('scans.nextRunsTitle', { count: scan.runsWithoutAsset }), t('scans.nextRunsText'), '#runs');
  if (scan.hostsWithoutAsset > 0)
    return step(
      t('scans.nextHostsTitle', { count: scan.hostsWithoutAsset }),
      t('scans.nextHostsText'),
      '#hosts',
    );
  if (scan.counts.bad > 0)
    return step(t('scans.nextBadTitle', { count: scan.counts.bad }), t('scans.nextBadText'), '?outcome=bad');
  return step(t('scans.nextCommitTitle'), t('scans.nextCommitText'), '#commit');
}
