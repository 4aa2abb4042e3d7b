import { Link } from 'react-router';
import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { DateText } from '~/ui/text/date-text';
import { Section } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import styles from './action-effects.module.css';
import { LessonFields } from './lesson-fields';
import { lessonState, LESSON_TONE, lessonKindWord, type Lesson } from './lesson-words';

interface ActionLessonsProps {
  lessons: Lesson[];
  mayTeach: boolean;
  colleagues: { id: string; name: string }[];
  refused: RefusedForm | null;
}

/** What the fix taught: a person and a date for each. */
export function ActionLessons({ lessons, mayTeach, colleagues, refused }: ActionLessonsProps) {
  if (lessons.length === 0 && !mayTeach) return null;
  return (
    <Section id="lessons" title={t('lessons.onAction')} lead={t('lessons.onActionLead')}>
      {lessons.length === 0 && <p className={styles.empty}>{t('lessons.none')}</p>}
      <ul className={styles.list}>
        {lessons.map((lesson) => (
          <li key={lesson.id} className={styles.one}>
            <span>
              <Link to={`/plan/lessons/${lesson.id}`}>{lesson.title}</Link>
              <br />
              <span className={styles.empty}>{`${lessonKindWord(lesson.kind)} · ${lesson.owner.name}`}</span>
            </span>
            <span className={styles.levels}>
              <DateText on={lesson.doneOn ?? lesson.dueOn} />
              <StatusBadge tone={LESSON_TONE[lessonState(lesson)]}>
                {t(`lessons.state_${lessonState(lesson)}`)}
              </StatusBadge>
            </span>
          </li>
        ))}
      </ul>
      {mayTeach && (
        <details className={styles.add} open={Boolean(refused)}>
          <summary>{t('lessons.record')}</summary>
          <AppForm refused={refused} intent="lesson" label={t('lessons.record')}>
            <LessonFields colleagues={colleagues} />
            <FormActions>
              <SubmitButton size="xs">{t('lessons.recordIt')}</SubmitButton>
            </FormActions>
          </AppForm>
        </details>
      )}
    </Section>
  );
}
