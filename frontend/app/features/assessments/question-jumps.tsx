import { t } from '~/messages';
import type { QuestionnaireSection } from './questionnaire';
import { standingWord } from './words';
import styles from './question-jumps.module.css';

/** Where the section stands, question by question; a press leads to the question. */
export function QuestionJumps({ section }: { section: QuestionnaireSection }) {
  return (
    <nav className={styles.jumps} aria-label={t('assessments.jump')}>
      <ol>
        {section.questions.map(({ id, number, asking, answer: given }) => {
          const answer = asking === 'asked' ? given : null;
          const state = answer ? standingWord(answer.standing) : t(`gates.state_${asking}`);
          return (
            <li key={id}>
              <a
                href={`#${id}`}
                data-standing={answer?.standing ?? asking}
                aria-label={t('assessments.jumpTo', { number, state })}
                title={state}
              >
                {number}
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
