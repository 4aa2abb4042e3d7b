import { Button, Textarea } from '@mantine/core';
import { useCallback } from 'react';
import { useFetcher, useParams } from 'react-router';
import { t } from '~/messages';
import type { RefusedForm } from '~/ui/form/app-form';
import { CsrfField } from '~/ui/form/csrf-field';
import { useLength } from '~/ui/form/fields';
import { DraftNotice } from '~/ui/form/draft-notice';
import { useHydrated } from '~/ui/theme/use-hydrated';
import { AnswerOptions } from './answer-options';
import { EarlierAnswer } from './earlier-answer';
import type { Answer, Question } from './questionnaire';
import { isStale, SaveState } from './save-state';
import { answerKey } from './saved-versions';
import { useNotesDraft } from './use-notes-draft';
import { useOthersAnswer } from './use-others-answer';
import { useSaveAsYouGo } from './use-save-as-you-go';
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
  const key = answerKey(useParams().assessmentId ?? '', question.id);
  const others = useOthersAnswer(key, answer);
  const failed = others.stillRefused(failureOf(fetcher.data, refused));
  const saving = useSaveAsYouGo(fetcher.submit, key, answer, failed !== null);
  const settled = fetcher.state === 'idle' && !failed;
  const draft = useNotesDraft(key, answer?.notes ?? '', settled);
  const [attachSaving, attachDraft, attachOthers] = [saving.attach, draft.attach, others.attach];
  const attach = useCallback(
    (form: HTMLFormElement) => {
      const detach = [attachDraft(form), attachSaving(form), attachOthers(form)];
      return () => detach.forEach((undo) => undo());
    },
    [attachSaving, attachDraft, attachOthers],
  );
  const length = useLength(10_000);
  const version = answer?.version;
  // What was refused keeps its version whatever the page has loaded since; without scripts one saves again knowingly.
  const seen = isStale(failed) && !hydrated ? version : (failed?.values.version ?? others.seenVersion);
  return (
    <fetcher.Form
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
        chosen={failed?.values.optionId ?? others.base?.optionId}
        onChoose={saving.saveSoon}
      />
      {(mayAnswer || answer?.notes) && (
        <Textarea
          name="notes"
          label={t('assessments.notes')}
          description={mayAnswer ? t('assessments.notesHint') : undefined}
          defaultValue={failed?.values.notes ?? others.base?.notes ?? ''}
          readOnly={!mayAnswer}
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
          theirs={others.theirs}
          onTakeTheirs={others.takeTheirs}
          onSaveOver={version === undefined ? undefined : () => void saving.save(version)}
        />
      </div>
    </fetcher.Form>
  );
}

function failureOf(outcome: Outcome | undefined, refused: RefusedForm | null): RefusedForm | null {
  if (!outcome) return refused;
  return 'problem' in outcome ? outcome : null;
}
