import { Link } from 'react-router';
import { t } from '~/messages';
import { Citation } from '~/ui/text/citation';
import { DateText } from '~/ui/text/date-text';
import { Facts } from '~/ui/text/section';
import { SubjectEnd } from './carried-mark';
import { LevelTag } from './level-tag';
import type { Risk } from './words';

export function RiskFacts({ risk }: { risk: Risk }) {
  const rows = [
    { name: t('risks.inherent'), value: <LevelTag level={risk.inherent?.level ?? null} /> },
    { name: t('risks.residual'), value: <LevelTag level={risk.residual?.level ?? null} /> },
    risk.subject && {
      name: t('risks.subject'),
      value: (
        <>
          {/* A finding stays with the analysis where it was found. */}
          <Subject
            subject={risk.subject}
            assessmentId={risk.carried?.identifiedIn.id ?? risk.assessment.id}
          />
          {risk.further.total > 0 && (
            <>
              {' '}
              <a href="#concerns">{t('risks.andMore', { count: risk.further.total })}</a>
            </>
          )}
          {risk.subjectEnd && <SubjectEnd end={risk.subjectEnd} />}
        </>
      ),
    },
    risk.threat && { name: t('risks.threat'), value: <Explained {...risk.threat} /> },
    risk.vulnerability && { name: t('risks.weakPoint'), value: <Explained {...risk.vulnerability} /> },
    risk.citations.length > 0 && {
      name: t('risks.requirements'),
      value: <Citation text={risk.citations.join(', ')} />,
    },
    risk.ratedBy && {
      name: t('risks.ratedBy'),
      value: (
        <>
          {risk.ratedBy.name}, <DateText at={risk.ratedAt} />
        </>
      ),
    },
  ];
  return <Facts rows={rows.filter((row) => row !== null && row !== false)} />;
}

function Explained({ title, description }: { title: string; description: string }) {
  return (
    <>
      <strong>{title}</strong>. {description}
    </>
  );
}

function Subject({ subject, assessmentId }: { subject: NonNullable<Risk['subject']>; assessmentId: string }) {
  const to = {
    asset: `/inventory/assets/${subject.id}`,
    'data-flow': `/inventory/flows/${subject.id}`,
    finding: `/assessments/${assessmentId}/findings`,
  }[subject.type];
  return <Link to={to}>{subject.name}</Link>;
}
