import { t } from '~/messages';
import { useSession } from '~/session/session';
import { Citation } from '~/ui/text/citation';
import { DateText } from '~/ui/text/date-text';
import { Facts, Section } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import type { Assessment } from './use-assessment';

/** A signed analysis is looked at again within the year: when, and by whom. */
export function NextReview({ assessment: { nextReview } }: { assessment: Pick<Assessment, 'nextReview'> }) {
  const { today } = useSession();
  if (!nextReview) return null;
  const { dueOn, owner, citation } = nextReview;
  return (
    <Section
      title={t('assessments.nextReview')}
      lead={
        <>
          {t('assessments.nextReviewLead')} <Citation text={citation} />
        </>
      }
    >
      <Facts
        rows={[
          {
            name: t('assessments.nextReviewDue'),
            value: (
              <>
                <DateText on={dueOn} />{' '}
                {dueOn < today && <StatusBadge tone="bad">{t('work.overdue')}</StatusBadge>}
              </>
            ),
          },
          { name: t('assessments.nextReviewBy'), value: owner?.name ?? t('assessments.nextReviewNobody') },
        ]}
      />
    </Section>
  );
}
