import { t } from '~/messages';
import { numberFormat } from '~/messages/formats';
import type { NumberTile } from './number-tiles';
import type { Assessment } from './use-assessment';

/** The figures of the overview, each with what is still open about it. */
export function tilesOf({ id, counts, progress }: Assessment): NumberTile[] {
  const open = (...notes: [count: number, note: string][]) =>
    notes.filter(([count]) => count > 0).map(([, note]) => note);
  const tile = (label: string, value: number, to: string, notes: string[]): NumberTile => ({
    label,
    value,
    to,
    note: notes.join(', ') || undefined,
    tone: notes.length > 0 ? 'bad' : 'plain',
  });
  return [
    {
      label: t('assessments.progress'),
      value: `${numberFormat().format(progress.answered)} / ${numberFormat().format(progress.total)}`,
    },
    {
      ...tile(t('assessments.assetsInScope'), counts.assetsInScope, `/assessments/${id}/scope`, []),
      note:
        counts.assetsExcluded > 0
          ? t('assessments.assetsExcluded', { count: counts.assetsExcluded })
          : undefined,
    },
    tile(t('assessments.findings'), counts.findingsOpen, `/assessments/${id}/findings`, []),
    tile(
      t('assessments.risks'),
      counts.risks,
      `/risks?assessmentId=${id}`,
      open(
        [counts.risksToReview, t('carried.unreviewed', { count: counts.risksToReview })],
        [counts.risksUnrated, t('assessments.risksUnrated', { count: counts.risksUnrated })],
        [counts.risksUndecided, t('assessments.risksUndecided', { count: counts.risksUndecided })],
      ),
    ),
    tile(
      t('assessments.actions'),
      counts.actionsOpen,
      `/plan?assessmentId=${id}`,
      open([counts.actionsOverdue, t('assessments.actionsOverdue', { count: counts.actionsOverdue })]),
    ),
    { label: t('assessments.evidence'), value: counts.evidence },
  ];
}
