import { t } from '~/messages';
import { SelectField, TextField } from '~/ui/form/fields';
import { FieldRow } from '~/ui/form/form-layout';
import { DueField } from './due-field';
import { LESSON_KINDS, lessonKindWord, type Lesson } from './lesson-words';

interface LessonFieldsProps {
  lesson?: Lesson;
  colleagues: { id: string; name: string }[];
}

export function LessonFields({ lesson, colleagues }: LessonFieldsProps) {
  return (
    <>
      <SelectField
        name="kind"
        label={t('lessons.kind')}
        choices={LESSON_KINDS.map((kind) => ({ value: kind, label: lessonKindWord(kind) }))}
        defaultValue={lesson?.kind}
        width="medium"
        required
      />
      <TextField
        name="title"
        label={t('lessons.lesson')}
        defaultValue={lesson?.title}
        maxLength={300}
        required
      />
      <FieldRow>
        <SelectField
          name="ownerId"
          label={t('lessons.owner')}
          placeholder=""
          choices={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={lesson?.owner.id}
          required
        />
        <DueField defaultValue={lesson?.dueOn} required />
      </FieldRow>
    </>
  );
}
