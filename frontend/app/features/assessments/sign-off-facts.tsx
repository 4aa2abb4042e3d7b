import { Link } from 'react-router';
import { t } from '~/messages';
import { CopyButton } from '~/ui/feedback/copy-button';
import { DateText } from '~/ui/text/date-text';
import { Facts } from '~/ui/text/section';
import styles from './sign-off-facts.module.css';
import type { Assessment } from './use-assessment';

/** Who made it, by what it was measured, and how it was signed. */
export function SignOffFacts({ assessment }: { assessment: Assessment }) {
  const { signOff, previous, submittedBy, submittedAt, questionnaire, scale } = assessment;
  const rows = [
    { name: t('assessments.started'), value: <DateText on={assessment.startedOn} /> },
    { name: t('assessments.preparedBy'), value: assessment.preparedBy.name },
    submittedBy && {
      name: t('assessments.submitted'),
      value: (
        <>
          {submittedBy.name}, <DateText at={submittedAt} />
        </>
      ),
    },
    signOff && {
      name: t('assessments.approvedBy'),
      value: (
        <>
          {signOff.approvedBy.name}, <DateText at={signOff.approvedAt} />
        </>
      ),
    },
    signOff && { name: t('assessments.statement'), value: signOff.statement },
    signOff && { name: t('assessments.contentHash'), value: <Fingerprint value={signOff.contentHash} /> },
    { name: t('assessments.questionnaire'), value: `${questionnaire.title}, ${questionnaire.version}` },
    { name: t('assessments.scale'), value: scale.title },
    previous && {
      name: t('assessments.previous'),
      value: <Link to={`/assessments/${previous.id}`}>{previous.title}</Link>,
    },
  ];
  return <Facts rows={rows.filter((row) => row !== null)} />;
}

function Fingerprint({ value }: { value: string }) {
  return (
    <span className={styles.hash}>
      <code>{value}</code> <CopyButton value={value} />
    </span>
  );
}
