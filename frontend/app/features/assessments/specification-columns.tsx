import { Link } from 'react-router';
import { t } from '~/messages';
import type { Column } from '~/ui/table/data-table';
import { Citation } from '~/ui/text/citation';
import { DateText } from '~/ui/text/date-text';
import { StatusBadge } from '~/ui/text/status-badge';
import { answersSay, DECISION_TONE, decisionWord, type Specification } from './specification-words';

export function specificationColumns(assessmentId: string): Column<Specification>[] {
  return [
    {
      key: 'title',
      header: t('specifications.specification'),
      cell: ({ requirementId, title }) => (
        <Link to={`/assessments/${assessmentId}/specifications/${requirementId}`}>{title}</Link>
      ),
    },
    {
      key: 'citation',
      header: t('records.citation'),
      nowrap: true,
      cell: ({ citation }) => <Citation text={citation} />,
    },
    { key: 'answers', header: t('specifications.answers'), cell: (row) => answersSay(row) },
    { key: 'decision', header: t('specifications.decision'), cell: (row) => <Decision row={row} /> },
    {
      key: 'evidence',
      header: t('specifications.evidenceCount'),
      align: 'end',
      cell: ({ decision }) => decision && standingEvidence(decision.evidence),
    },
    {
      key: 'by',
      header: t('specifications.decidedBy'),
      cell: ({ decision }) =>
        decision && (
          <>
            {decision.decidedBy.name}, <DateText at={decision.decidedAt} />
          </>
        ),
    },
  ];
}

/** What was withdrawn shows nothing any more. */
function standingEvidence(evidence: NonNullable<Specification['decision']>['evidence']): number {
  return evidence.filter(({ withdrawnAt }) => withdrawnAt === null).length;
}

function Decision({ row: { decision, earlier, proposed, contradicted } }: { row: Specification }) {
  if (!decision) {
    return (
      <>
        <StatusBadge tone={proposed ? 'info' : 'neutral'}>
          {proposed ? t('specifications.proposed') : t('specifications.undecided')}
        </StatusBadge>{' '}
        {earlier && t('specifications.earlierDecided', { decision: decisionWord(earlier.decision) })}
      </>
    );
  }
  return (
    <>
      <StatusBadge tone={DECISION_TONE[decision.decision]}>{decisionWord(decision.decision)}</StatusBadge>
      {contradicted && (
        <>
          {' '}
          <StatusBadge tone="bad">{t('specifications.contradicted')}</StatusBadge>
        </>
      )}
    </>
  );
}
