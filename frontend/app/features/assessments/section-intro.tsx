import { Link } from 'react-router';
import { t } from '~/messages';
import type { QuestionnaireSection } from './questionnaire';
import { ProgressBar } from './progress-bar';
import styles from './section-intro.module.css';

export function SectionIntro({ section }: { section: QuestionnaireSection }) {
  return (
    <header className={styles.intro}>
      <div className={styles.line}>
        <div>
          <p className={styles.number}>{t('assessments.sectionOf', { number: section.number })}</p>
          <h2>{section.title}</h2>
        </div>
        <ProgressBar answered={section.answered} total={section.total} label={section.title} />
      </div>
      <p className={styles.text}>{section.intro}</p>
      {section.notAsked > 0 && (
        <p className={styles.text}>{t('gates.notAskedHere', { count: section.notAsked })}</p>
      )}
      {mayBringIn(section) && (
        <p className={styles.text}>
          {t('earlierAnswers.invite')}{' '}
          <Link to={`/assessments/${section.assessment.id}/questions/import`}>
            {t('earlierAnswers.title')}
          </Link>
        </p>
      )}
      {!section.mayAnswer && (
        <p className={styles.note} role="note">
          {section.assessment.status === 'draft' ? t('assessments.mayNotAnswer') : t('assessments.readOnly')}
        </p>
      )}
    </header>
  );
}

/** Offered where it helps: nobody has begun here, and no earlier answer stands beside a question. */
function mayBringIn({ mayAnswer, answered, questions }: QuestionnaireSection): boolean {
  return mayAnswer && answered === 0 && questions.every(({ earlier }) => earlier === null);
}
