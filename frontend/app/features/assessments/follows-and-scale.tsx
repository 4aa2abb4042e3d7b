import { useState } from 'react';
import { Link } from 'react-router';
import type { ItemOf } from '~/api/reply';
import { t } from '~/messages';
import { ChoiceField } from '~/ui/form/choice-field';
import { SelectField } from '~/ui/form/fields';
import { useField } from '~/ui/form/form-context';
import styles from './follows-and-scale.module.css';
import { FIRST_SCALE, type scaleChoices } from './new-assessment';

type Earlier = Pick<ItemOf<'/api/v1/assessments'>, 'id' | 'title' | 'scaleId' | 'carriedOnTo'>;

interface FollowsAndScaleProps {
  earlier: readonly Earlier[];
  /** The id of the one that is followed unless the person says otherwise. */
  follows: string | undefined;
  choices: ReturnType<typeof scaleChoices>;
}

/** What the analysis follows, and its scale: that of the followed one, as long as nobody chose another. */
export function FollowsAndScale({ earlier, follows, choices }: FollowsAndScaleProps) {
  const typed = { previousId: useField('previousId').typed, scaleId: useField('scaleId').typed };
  const [previousId, setPreviousId] = useState(typed.previousId ?? follows ?? '');
  const [chosen, setChosen] = useState(typed.scaleId ?? null);
  const previous = earlier.find(({ id }) => id === previousId);
  const itsScale = choices.find(({ value }) => value === previous?.scaleId)?.value;
  const scaleId = chosen ?? itsScale ?? FIRST_SCALE;
  return (
    <>
      {earlier.length > 0 && (
        <SelectField
          name="previousId"
          label={t('assessments.previous')}
          hint={t('assessments.previousHint')}
          placeholder={t('assessments.previousNone')}
          choices={earlier.map(({ id, title }) => ({ value: id, label: title }))}
          defaultValue={follows}
          onChange={({ currentTarget }) => setPreviousId(currentTarget.value)}
        />
      )}
      {previous?.carriedOnTo && <TakenOver title={previous.title} next={previous.carriedOnTo} />}
      <ChoiceField
        name="scaleId"
        legend={t('assessments.scale')}
        hint={t('assessments.scaleHint')}
        choices={choices}
        value={scaleId}
        onChoose={setChosen}
      />
      {previous && !previous.carriedOnTo && previous.scaleId !== scaleId && (
        <p className={styles.note} role="status">
          {t('assessments.otherScale', { title: previous.title })}
        </p>
      )}
    </>
  );
}

/** The register goes on once: whoever follows the same analysis again begins without its risks. */
function TakenOver({ title, next }: { title: string; next: { id: string; title: string } }) {
  const [before = '', after = ''] = t('assessments.takenOver', { title, next: '\n' }).split('\n');
  return (
    <p className={styles.note} role="status">
      {before}
      <Link to={`/assessments/${next.id}`}>{next.title}</Link>
      {after}
    </p>
  );
}
