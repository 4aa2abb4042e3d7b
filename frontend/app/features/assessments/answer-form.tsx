import { Button, Textarea } from '@mantine/core';
import { Link, useFetcher } from 'react-router';
import { t } from '~/messages';
import { describeProblem } from '~/ui/feedback/describe-problem';
import type { RefusedForm } from '~/ui/form/app-form';
import { CsrfField } from '~/ui/form/csrf-field';
import { DateText } from '~/ui/text/date-text';
import { StatusBadge } from '~/ui/text/status-badge';
import { useHydrated } from '~/ui/theme/use-hydrated';
import { AnswerOptions } from './answer-options';
import type { Answer, Question } from './questionnaire';
import { useSaveAsYouGo } from './use-save-as-you-go';
import { STANDING_TONE, standingWord } from './words';
import styles from './answer-form.module.css';

interface AnswerFormProps {
  question: Question;
  headingId: string;
  mayAnswer: boolean;
  refused: RefusedForm | null;
}

type Outcome = { saved: Answer } | RefusedForm;

/** One question, one form: it saves itself when an answer is chosen or the notes are left. */
export function AnswerForm({ question, headingId, mayAnswer, refused }: AnswerFormProps) {
  const fetcher = useFetcher<Outcome>();
  const hydrated = useHydrated();
  const { form, saveSoon, saveNotes } = useSaveAsYouGo(fetcher.state);
  const { answer } = question;
  const failed = fetcher.data && 'problem' in fetcher.data ? fetcher.data : refused;
  return (
    <fetcher.Form ref={form} method="post" className={styles.form} aria-labelledby={headingId}>
      <CsrfField />
      <input type="hidden" name="intent" value="answer" />
      <input type="hidden" name="questionId" value={question.id} />
      <input type="hidden" name="version" value={answer?.version ?? ''} />
      {!hydrated && <input type="hidden" name="whole" value="1" />}
      <AnswerOptions
        question={question}
        headingId={headingId}
        disabled={!mayAnswer}
        typed={failed?.values.optionId}
        onChoose={saveSoon}
      />
      {(mayAnswer || answer?.notes) && (
        <Textarea
          name="notes"
          label={t('assessments.notes')}
          description={mayAnswer ? t('assessments.notesHint') : undefined}
          defaultValue={failed?.values.notes ?? answer?.notes ?? ''}
          readOnly={!mayAnswer}
          autosize={hydrated}
          minRows={1}
          rows={2}
          maxLength={10_000}
          onBlur={(event) => saveNotes(event.currentTarget, Boolean(answer))}
        />
      )}
      <div className={styles.foot}>
        {mayAnswer && !hydrated && (
          <Button type="submit" size="xs" variant="default">
            {t('assessments.saveAnswer')}
          </Button>
        )}
        <SaveState state={fetcher.state} answer={answer} failed={failed} />
      </div>
    </fetcher.Form>
  );
}

interface SaveStateProps {
  state: 'idle' | 'submitting' | 'loading';
  answer: Answer | null;
  failed: RefusedForm | null;
}

function SaveState({ state, answer, failed }: SaveStateProps) {
  return (
    <div className={styles.state} aria-live="polite">
      {state !== 'idle' && <span>{t('assessments.saving')}</span>}
      {state === 'idle' && failed && <NotSaved failed={failed} />}
      {state === 'idle' && !failed && answer && (
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
function NotSaved({ failed: { problem } }: { failed: RefusedForm }) {
  const { happened, todo } = describeProblem(problem, true);
  const fields = Object.values(problem.fieldErrors ?? {})
    .flat()
    .join(' ');
  return (
    <p className={styles.failed} role="alert">
      <strong>{t('assessments.notSaved')}</strong> {problem.detail || fields || happened}{' '}
      {!problem.detail && todo}{' '}
      {problem.status === 412 && (
        <Link to="." reloadDocument>
          {t('assessments.reload')}
        </Link>
      )}
    </p>
  );
}
