import { Link } from 'react-router';
import type { ItemOf } from '~/api/reply';
import { t } from '~/messages';
import type { Column } from '~/ui/table/data-table';
import { StatusBadge } from '~/ui/text/status-badge';
import { CarriedMark } from './carried-mark';
import { LevelTag } from './level-tag';
import styles from './risk-columns.module.css';
import {
  ACCEPTANCE_TONE,
  acceptanceWord,
  RISK_TONE,
  riskNumber,
  riskStatusWord,
  treatmentWord,
} from './words';

type Risk = ItemOf<'/api/v1/risks'>;
type Level = Pick<NonNullable<Risk['inherentLevel']>, 'label' | 'rank'>;

/** What the table shows of a risk. */
export type RiskRow = Pick<
  Risk,
  | 'id'
  | 'number'
  | 'title'
  | 'treatment'
  | 'acceptance'
  | 'openActions'
  | 'status'
  | 'carried'
  | 'subjectEnd'
  | 'furtherSubjects'
> & {
  subject: { name: string } | null;
  inherentLevel: Level | null;
  residualLevel: Level | null;
  owner: { name: string } | null;
};

/** Proposed risks are named after what they are about; then it need not be said twice. */
const nameOf = ({ name }: NonNullable<RiskRow['subject']>) => name.replace(/^\S+ /, '');

function Subject({ risk: { subject, furtherSubjects, title } }: { risk: RiskRow }) {
  if (!subject || (furtherSubjects === 0 && title.includes(nameOf(subject)))) return null;
  return (
    <span className={styles.subject}>
      {subject.name} {furtherSubjects > 0 && t('risks.andMore', { count: furtherSubjects })}
    </span>
  );
}

/** What was decided; of an accepted risk also whether somebody approved it. */
function TreatmentCell({ risk: { treatment, acceptance } }: { risk: RiskRow }) {
  if (!treatment) return <em className={styles.none}>{t('risks.undecided')}</em>;
  if (treatment !== 'accept') return treatmentWord(treatment);
  return (
    <>
      {treatmentWord(treatment)}{' '}
      <StatusBadge tone={acceptance ? ACCEPTANCE_TONE[acceptance] : 'warn'}>
        {acceptance ? acceptanceWord(acceptance) : t('risks.acceptanceMissing')}
      </StatusBadge>
    </>
  );
}

export function riskColumns(): Column<RiskRow>[] {
  return [
    {
      key: 'title',
      header: t('risks.risk'),
      sort: 'title',
      cell: (risk) => (
        <span className={styles.risk}>
          <span className={styles.number}>{riskNumber(risk.number)}</span>
          <Link to={`/risks/${risk.id}`} prefetch="intent">
            {risk.title}
          </Link>
          <Subject risk={risk} />
          <CarriedMark risk={risk} />
        </span>
      ),
    },
    {
      key: 'inherent',
      header: t('risks.inherent'),
      sort: 'inherent',
      cell: ({ inherentLevel }) => <LevelTag level={inherentLevel} />,
    },
    {
      key: 'residual',
      header: t('risks.residual'),
      sort: 'residual',
      cell: ({ residualLevel }) => <LevelTag level={residualLevel} />,
    },
    {
      key: 'treatment',
      header: t('risks.treatment'),
      cell: (risk) => <TreatmentCell risk={risk} />,
    },
    {
      key: 'owner',
      header: t('risks.owner'),
      cell: ({ owner }) => owner?.name ?? <em className={styles.none}>{t('risks.noOwner')}</em>,
    },
    { key: 'actions', header: t('risks.openActions'), align: 'end', cell: ({ openActions }) => openActions },
    {
      key: 'status',
      header: t('risks.status'),
      nowrap: true,
      cell: ({ status }) => <StatusBadge tone={RISK_TONE[status]}>{riskStatusWord(status)}</StatusBadge>,
    },
  ];
}
