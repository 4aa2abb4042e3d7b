import { Button } from '@mantine/core';
import { useLocation } from 'react-router';
import { t } from '~/messages';
import { describeProblem } from '~/ui/feedback/describe-problem';
import { StaleLink } from '~/ui/feedback/stale-way';
import type { RefusedForm } from '~/ui/form/app-form';
import { DateText } from '~/ui/text/date-text';
import { StatusBadge } from '~/ui/text/status-badge';
import { useHydrated } from '~/ui/theme/use-hydrated';
import type { Answer } from './questionnaire';
import { STANDING_TONE, standingWord } from './words';
import styles from './answer-form.module.css';

interface SaveStateProps {
  state: 'idle' | 'submitting' | 'loading';
  answer: Answer | null;
  failed: RefusedForm | null;
  /** What somebody else answered meanwhile, while other words stand in the form. */
  theirs: Answer | null;
  onTakeTheirs: () => void;
  onSaveOver?: () => void;
}

/** What became of the answer, read out when it changes. */
export function SaveState({ state, answer, failed, theirs, onTakeTheirs, onSaveOver }: SaveStateProps) {
  return (
    <div className={styles.state} aria-live="polite">
      {state !== 'idle' && <span>{t('assessments.saving')}</span>}
      {state === 'idle' && failed && <NotSaved failed={failed} onSaveOver={onSaveOver} />}
      {state === 'idle' && theirs && (
        <TheirAnswer theirs={theirs} onTake={onTakeTheirs} onSaveOver={failed ? undefined : onSaveOver} />
      )}
      {state === 'idle' && !failed && !theirs && answer && (
        <>
          <StatusBadge tone={STANDING_TONE[answer.standing]}>{standingWord(answer.standing)}</StatusBadge>
          <span>
            {t('assessments.savedBy', { person: answer.answeredBy.name, time: '' }).replace(/,\s*$/, ', ')}
            <DateText at={answer.answeredAt} />
          </span>
          {answer.finding?.status === 'open' && <span>{t('assessments.becameFinding')}</span>}
        </>
      )}
      {state === 'idle' && !failed && !answer && <span>{t('assessments.unanswered')}</span>}
    </div>
  );
}

/** What somebody typed stays in the form; what stands on the server is one press away. */
function NotSaved({ failed, onSaveOver }: { failed: RefusedForm; onSaveOver?: () => void }) {
  const { pathname } = useLocation();
  const hydrated = useHydrated();
  const { problem, values } = failed;
  const { happened, todo } = describeProblem(problem, true);
  const fields = Object.values(problem.fieldErrors ?? {})
    .flat()
    .join(' ');
  return (
    <>
      <p className={styles.failed} role="alert">
        <strong>{t('assessments.notSaved')}</strong> {problem.detail || fields || happened}{' '}
        {!problem.detail && todo}
      </p>
      {isStale(failed) && <StaleLink to={`${pathname}#${values.questionId}`} />}
      {isStale(failed) && hydrated && onSaveOver && (
        <Button size="xs" variant="default" onClick={onSaveOver}>
          {t('errors.saveOver')}
        </Button>
      )}
    </>
  );
}

/** Both stand side by side until the person has decided between them. */
function TheirAnswer({
  theirs,
  onTake,
  onSaveOver,
}: {
  theirs: Answer;
  onTake: () => void;
  onSaveOver?: () => void;
}) {
  return (
    <div className={styles.theirs}>
      <p>
        <strong>{t('assessments.changedMeanwhile', { person: theirs.answeredBy.name })}</strong>{' '}
        {theirs.optionText}
      </p>
      {theirs.notes && <p className={styles.theirNotes}>{theirs.notes}</p>}
      <p className={styles.choices}>
        <Button size="xs" variant="default" onClick={onTake}>
          {t('assessments.takeTheirs')}
        </Button>
        {onSaveOver && (
          <Button size="xs" variant="default" onClick={onSaveOver}>
            {t('errors.saveOver')}
          </Button>
        )}
      </p>
    </div>
  );
}

export function isStale(failed: RefusedForm | null): boolean {
  return failed?.problem.status === 412;
}
