import { t } from '~/messages';
import { numberFormat } from '~/messages/formats';
import type { NumberTile } from './number-tiles';
import type { Assessment } from './use-assessment';

/** The figures of the overview, each with what is still open about it. */
export function tilesOf({ id, counts, progress, sections, carriedOnTo }: Assessment): NumberTile[] {
  const register = `/risks?assessmentId=${id}`;
  // What was open moved on: its own part of the plan is empty.
  const plan = `/plan?assessmentId=${carriedOnTo?.id ?? id}`;
  const notAsked = sections.reduce((sum, section) => sum + section.notAsked, 0);
  const open = (...notes: [count: number, text: string, to: string][]) =>
    notes.filter(([count]) => count > 0).map(([, text, to]) => ({ text, to }));
  const tile = (label: string, value: number, to: string, notes: NumberTile['open'] = []): NumberTile => ({
    label,
    value,
    to,
    open: notes,
    tone: notes.length > 0 ? 'bad' : 'plain',
  });
  return [
    {
      label: t('assessments.progress'),
      value: `${numberFormat().format(progress.answered)} / ${numberFormat().format(progress.total)}`,
      note: notAsked > 0 ? t('gates.leftOut', { count: notAsked }) : undefined,
    },
    {
      ...tile(t('assessments.assetsInScope'), counts.assetsInScope, `/assessments/${id}/scope`),
      note:
        counts.assetsExcluded > 0
          ? t('assessments.assetsExcluded', { count: counts.assetsExcluded })
          : undefined,
    },
    tile(t('assessments.findings'), counts.findingsOpen, `/assessments/${id}/findings?status=open`),
    tile(
      t('assessments.risks'),
      counts.risks,
      register,
      open(
        [
          counts.risksToReview,
          t('carried.unreviewed', { count: counts.risksToReview }),
          `/risks/review?assessmentId=${id}`,
        ],
        [
          counts.risksUnrated,
          t('assessments.risksUnrated', { count: counts.risksUnrated }),
          `${register}&level=unrated`,
        ],
        [
          counts.risksUndecided,
          t('assessments.risksUndecided', { count: counts.risksUndecided }),
          `${register}&treatment=undecided`,
        ],
      ),
    ),
    tile(
      t('assessments.actions'),
      counts.actionsOpen,
      plan,
      open([
        counts.actionsOverdue,
        t('assessments.actionsOverdue', { count: counts.actionsOverdue }),
        `${plan}&overdue=true`,
      ]),
    ),
    { label: t('assessments.evidence'), value: counts.evidence },
  ];
}
