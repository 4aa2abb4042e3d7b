import { Link } from 'react-router';
import { t } from '~/messages';
import type { Column } from '~/ui/table/data-table';
import { DateText } from '~/ui/text/date-text';
import { StatusBadge } from '~/ui/text/status-badge';
import { LESSON_TONE, lessonKindWord, lessonState, type Lesson } from './lesson-words';
import { actionName } from './words';

export function lessonColumns(): Column<Lesson>[] {
  return [
    {
      key: 'title',
      header: t('lessons.lesson'),
      cell: ({ id, title }) => (
        <Link to={`/plan/lessons/${id}`} prefetch="intent">
          {title}
        </Link>
      ),
    },
    { key: 'kind', header: t('lessons.kind'), cell: ({ kind }) => lessonKindWord(kind) },
    {
      key: 'from',
      header: t('lessons.from'),
      cell: ({ action }) =>
        action.title === null ? (
          actionName(action)
        ) : (
          <Link to={`/plan/${action.id}`}>{actionName(action)}</Link>
        ),
    },
    { key: 'owner', header: t('lessons.owner'), cell: ({ owner }) => owner.name },
    { key: 'due', header: t('lessons.due'), nowrap: true, cell: ({ dueOn }) => <DateText on={dueOn} /> },
    {
      key: 'state',
      header: t('lessons.state'),
      nowrap: true,
      cell: (lesson) => {
        const state = lessonState(lesson);
        return <StatusBadge tone={LESSON_TONE[state]}>{t(`lessons.state_${state}`)}</StatusBadge>;
      },
    },
  ];
}
