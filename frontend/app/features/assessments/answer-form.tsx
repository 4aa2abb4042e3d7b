import { Button, Textarea } from '@mantine/core';
import { useCallback } from 'react';
import { useFetcher, useLocation, useParams } from 'react-router';
import { t } from '~/messages';
import { describeProblem } from '~/ui/feedback/describe-problem';
import { StaleLink } from '~/ui/feedback/stale-way';
import type { RefusedForm } from '~/ui/form/app-form';
import { CsrfField } from '~/ui/form/csrf-field';
import { useLength } from '~/ui/form/fields';
import { DraftNotice } from '~/ui/form/draft-notice';
import { DateText } from '~/ui/text/date-text';
import { StatusBadge } from '~/ui/text/status-badge';
import { useHydrated } from '~/ui/theme/use-hydrated';
import { AnswerOptions } from './answer-options';
import { EarlierAnswer } from './earlier-answer';
import type { Answer, Question } from './questionnaire';
import { answerKey } from './saved-versions';
import { useNotesDraft } from './use-notes-draft';
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
  const { answer } = question;
  const failed = failureOf(fetcher.data, refused);
  const key = answerKey(useParams().assessmentId ?? '', question.id);
  const saving = useSaveAsYouGo(fetcher.submit, key, answer, failed !== null);
  const settled = fetcher.state === 'idle' && !failed;
  const draft = useNotesDraft(key, answer?.notes ?? '', settled);
  const [attachSaving, attachDraft] = [saving.attach, draft.attach];
  const attach = useCallback(
    (form: HTMLFormElement) => {
      const detach = [attachDraft(form), attachSaving(form)];
      return () => detach.forEach((undo) => undo());
    },
    [attachSaving, attachDraft],
  );
  const length = useLength(10_000);
  const version = answer?.version;
  // What was refused keeps its version whatever the page has loaded since; without scripts one saves again knowingly.
  const seen = isStale(failed) && !hydrated ? version : (failed?.values.version ?? version);
  return (
    <fetcher.Form
      // The growing text box takes the place of the plain one once scripts run: what is brought back goes into that.
      ref={hydrated && mayAnswer ? attach : undefined}
      method="post"
      className={styles.form}
      aria-labelledby={headingId}
    >
      <CsrfField />
      <input type="hidden" name="intent" value="answer" />
      <input type="hidden" name="questionId" value={question.id} />
      <input type="hidden" name="version" value={seen ?? ''} />
      {!hydrated && <input type="hidden" name="whole" value="1" />}
      <EarlierAnswer question={question} mayAnswer={mayAnswer} onConfirm={() => saving.saveSoon()} />
      <AnswerOptions
        question={question}
        headingId={headingId}
        disabled={!mayAnswer}
        typed={failed?.values.optionId}
        onChoose={saving.saveSoon}
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
          error={length.error}
          onChange={length.check}
          onBlur={isStale(failed) ? undefined : saving.saveNotes}
        />
      )}
      <DraftNotice at={draft.restoredAt} onDiscard={draft.discard}>
        {answer ? (
          <Button size="xs" variant="default" onClick={() => saving.saveSoon()}>
            {t('assessments.saveAnswer')}
          </Button>
        ) : (
          <p>{t('assessments.draftWaits')}</p>
        )}
      </DraftNotice>
      <div className={styles.foot}>
        {mayAnswer && !hydrated && (
          <Button type="submit" size="xs" variant="default">
            {t('assessments.saveAnswer')}
          </Button>
        )}
        <SaveState
          state={fetcher.state}
          answer={answer}
          failed={failed}
          onSaveOver={version === undefined ? undefined : () => void saving.save(version)}
        />
      </div>
    </fetcher.Form>
  );
}

interface SaveStateProps {
  state: 'idle' | 'submitting' | 'loading';
  answer: Answer | null;
  failed: RefusedForm | null;
  onSaveOver?: () => void;
}

function SaveState({ state, answer, failed, onSaveOver }: SaveStateProps) {
  return (
    <div className={styles.state} aria-live="polite">
      {state !== 'idle' && <span>{t('assessments.saving')}</span>}
      {state === 'idle' && failed && <NotSaved failed={failed} onSaveOver={onSaveOver} />}
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

function failureOf(outcome: Outcome | undefined, refused: RefusedForm | null): RefusedForm | null {
  if (!outcome) return refused;
  return 'problem' in outcome ? outcome : null;
}

function isStale(failed: RefusedForm | null): boolean {
  return failed?.problem.status === 412;
}
