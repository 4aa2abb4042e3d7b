import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import { t } from '~/messages';
import { ButtonLink } from '~/ui/text/button-link';
import type { QuestionnaireSection } from './questionnaire';
import styles from './section-ends.module.css';

export function SectionEnds({ section }: { section: QuestionnaireSection }) {
  const base = `/assessments/${section.assessment.id}`;
  return (
    <nav className={styles.ends} aria-label={t('assessments.sectionsTitle')}>
      {section.previous ? (
        <Link to={`${base}/questions/${section.previous.id}`}>
          <IconArrowLeft size={16} aria-hidden />
          {t('assessments.previousSection', { title: section.previous.title })}
        </Link>
      ) : (
        <span />
      )}
      {section.next ? (
        <ButtonLink
          to={`${base}/questions/${section.next.id}`}
          prefetch="intent"
          rightSection={<IconArrowRight size={16} aria-hidden />}
        >
          {t('assessments.next', { title: section.next.title })}
        </ButtonLink>
      ) : (
        <ButtonLink to={base}>{t('assessments.toOverview')}</ButtonLink>
      )}
    </nav>
  );
}
