import { Link, useParams } from 'react-router';
import { useSyncExternalStore } from 'react';
import { t } from '~/messages';
import { draftKey, readDraft } from '~/session/drafts';
import { useOptionalSession } from '~/session/session';
import { notAskedWords, questionHref, questionName } from './gate-words';
import type { Question } from './questionnaire';
import { answerKey } from './saved-versions';
import styles from './not-asked.module.css';

interface NotAskedProps {
  question: Question;
  heldBy: NonNullable<Question['heldBy']>;
  sectionId: string;
  indent: number;
}

/** A question that another answer leads past, or may still lead to: one line, with what is behind it. */
export function NotAsked({ question, heldBy, sectionId, indent }: NotAskedProps) {
  const headingId = `${question.id}-text`;
  const { answer, gate } = question;
  const typed = useTypedNotes(question.id);
  return (
    <article
      id={question.id}
      className={styles.card}
      data-indent={indent || undefined}
      aria-labelledby={headingId}
    >
      <details>
        <summary>
          <span className={styles.number} aria-hidden>
            {question.number}
          </span>
          <span className={styles.words}>
            <h3 id={headingId}>{question.text}</h3>
            <span className={styles.because}>{notAskedWords(heldBy, sectionId)}</span>
          </span>
        </summary>
        <div className={styles.body}>
          {gate && <p>{gate.why}</p>}
          {answer && (
            <p>
              {t('gates.kept', { person: answer.answeredBy.name })} {answer.optionText}
            </p>
          )}
          {answer?.notes && <p className={styles.notes}>{answer.notes}</p>}
          <p>
            <Link to={questionHref(heldBy, sectionId)} relative="path">
              {t('gates.goTo', { question: questionName(heldBy, sectionId) })}
            </Link>
          </p>
        </div>
      </details>
      {typed && <p className={styles.typed}>{t('gates.typedKept')}</p>}
    </article>
  );
}

/** Whether somebody had begun to write here when the question went: that comes back with it. */
function useTypedNotes(questionId: string): boolean {
  const key = answerKey(useParams().assessmentId ?? '', questionId);
  const memberId = useOptionalSession()?.member.id;
  return useSyncExternalStore(
    () => () => undefined,
    () => memberId !== undefined && readDraft(draftKey(memberId, key)) !== null,
    () => false,
  );
}
