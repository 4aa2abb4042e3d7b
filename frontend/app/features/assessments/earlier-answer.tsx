import { Button } from '@mantine/core';
import type { MouseEvent } from 'react';
import { t } from '~/messages';
import { DateText } from '~/ui/text/date-text';
import styles from './earlier-answer.module.css';
import type { Question } from './questionnaire';

type Earlier = NonNullable<Question['earlier']>;

interface EarlierAnswerProps {
  question: Question;
  mayAnswer: boolean;
  onConfirm: () => void;
}

/** What was answered last time: each answer is confirmed again by somebody, or given anew. */
export function EarlierAnswer({ question, mayAnswer, onConfirm }: EarlierAnswerProps) {
  const { earlier, answer } = question;
  if (!earlier) return null;
  const confirm = (event: MouseEvent<HTMLButtonElement>) => {
    const { form } = event.currentTarget;
    if (!form) return;
    event.preventDefault();
    takeOver(form, earlier);
    onConfirm();
  };
  return (
    <div className={styles.earlier}>
      <p>
        <span className={styles.when}>{whereFrom(earlier)}</span> {earlier.optionText}{' '}
        <span className={styles.when}>
          <ByWhom earlier={earlier} />
        </span>
      </p>
      {earlier.notes && <p className={styles.notes}>{earlier.notes}</p>}
      {mayAnswer && !answer && earlier.confirmable && (
        <Button
          type="submit"
          name="optionId"
          value={earlier.optionId}
          size="xs"
          variant="default"
          onClick={confirm}
        >
          {t('assessments.stillTrue')}
          <span className="visually-hidden">: {question.text}</span>
        </Button>
      )}
    </div>
  );
}

function whereFrom({ assessment, file }: Earlier): string {
  if (file) return t('earlierAnswers.fromFile', { file: file.name });
  return t('assessments.earlierIn', { title: assessment?.title ?? '' });
}

/** Who answered, and when; of a file the day that it gives, and who brought it in. */
function ByWhom({ earlier: { answeredBy, answeredAt, file } }: { earlier: Earlier }) {
  if (!file)
    return (
      <>
        {answeredBy?.name}, <DateText at={answeredAt} time="none" />
      </>
    );
  return (
    <>
      {file.answeredOn && (
        <>
          <DateText on={file.answeredOn} />,{' '}
        </>
      )}
      {t('earlierAnswers.broughtBy', { name: file.importedBy.name })}
    </>
  );
}

/** Fills the form as a person would; notes that somebody has begun stay theirs. */
function takeOver(form: HTMLFormElement, { optionId, notes }: Earlier): void {
  for (const radio of form.querySelectorAll<HTMLInputElement>('input[name="optionId"]'))
    radio.checked = radio.value === optionId;
  const field = form.querySelector<HTMLTextAreaElement>('textarea[name="notes"]');
  if (!field || field.value !== '' || notes === '') return;
  field.value = notes;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
