import { Link } from 'react-router';
import { t } from '~/messages';
import { useCan } from '~/session/session';
import { TableExport } from '~/ui/table/table-export';
import styles from './answer-files.module.css';
import type { Assessment } from './use-assessment';

/** The answers as a file, and the way in for those of an earlier year. */
export function AnswerFiles({ assessment }: { assessment: Pick<Assessment, 'id' | 'allowedActions'> }) {
  const mayExport = useCan('report:export');
  return (
    <div className={styles.files}>
      {assessment.allowedActions.includes('answer') && (
        <Link to={`/assessments/${assessment.id}/questions/import`}>{t('earlierAnswers.title')}</Link>
      )}
      {mayExport && (
        <TableExport files={{ list: `/api/v1/assessments/${assessment.id}/answers`, filters: {} }} />
      )}
    </div>
  );
}
