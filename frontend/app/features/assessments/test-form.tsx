import type { Reply } from '~/api/reply';
import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { ChoiceField } from '~/ui/form/choice-field';
import { TextAreaField } from '~/ui/form/fields';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { Citation } from '~/ui/text/citation';
import { DateText } from '~/ui/text/date-text';
import styles from './test-form.module.css';
import { TestBadge } from './test-summary';

type SignOffTest = Reply<'/api/v1/assessments/{id}/sign-off', 'get'>['checklist'][number];

interface TestFormProps {
  test: SignOffTest;
  number: number;
  version: number;
  mayAnswer: boolean;
  refused: RefusedForm | null;
}

/** One test: the question, what the product counted, and the answer of the person who prepared the analysis. */
export function TestForm({ test, number, version, mayAnswer, refused }: TestFormProps) {
  return (
    <article id={test.id} className={styles.test} aria-labelledby={`${test.id}-title`}>
      <div className={styles.asked}>
        <h3 id={`${test.id}-title`}>
          <span className={styles.number}>{number}</span> {test.title} <TestBadge met={test.met} />
        </h3>
        <p>{test.question}</p>
        <p className={styles.soft}>{test.howToShow}</p>
        <p className={styles.rules}>
          {test.citations.map((citation) => (
            <Citation key={citation} text={citation} />
          ))}
        </p>
        <dl className={styles.facts} aria-label={t('assessments.counted')}>
          {test.facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className={styles.answer}>
        {mayAnswer ? (
          <AnswerForm test={test} version={version} refused={refused} />
        ) : (
          test.note && <p>{test.note}</p>
        )}
        {test.answeredBy && (
          <p className={styles.by}>
            {test.answeredBy.name}, <DateText at={test.answeredAt} />
          </p>
        )}
      </div>
    </article>
  );
}

function AnswerForm({
  test,
  version,
  refused,
}: {
  test: SignOffTest;
  version: number;
  refused: RefusedForm | null;
}) {
  const chosen = test.met === null ? null : test.met ? 'yes' : 'no';
  return (
    <AppForm refused={refused} intent="test" version={version} label={test.title}>
      <input type="hidden" name="testId" value={test.id} />
      <input type="hidden" name="title" value={test.title} />
      <ChoiceField
        name="met"
        legend={<span className="visually-hidden">{test.question}</span>}
        layout="row"
        defaultValue={chosen}
        choices={[
          { value: 'yes', label: t('assessments.yes') },
          { value: 'no', label: t('assessments.no') },
        ]}
      />
      <TextAreaField
        name="note"
        label={t('assessments.testNote')}
        hint={t('assessments.testNoteHint')}
        rows={2}
        maxLength={2_000}
        defaultValue={test.note}
      />
      <FormActions>
        <SubmitButton size="xs" variant="default">
          {t('assessments.saveTest')}
        </SubmitButton>
      </FormActions>
    </AppForm>
  );
}
