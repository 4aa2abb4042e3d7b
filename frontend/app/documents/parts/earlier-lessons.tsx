import { actionNumber } from '~/features/remediation/words';
import { t } from '~/messages';
import type { AssessmentReport } from '../assessment-report';
import { DrawnTable } from '../drawn/drawn-table';
import { day } from '../format';
import { word } from '../words';
import { Heading } from './headings';

/** What fixes of earlier analyses taught and is still followed here; nothing where there is none. */
export function EarlierLessons({ lessons = [] }: { lessons: AssessmentReport['earlierLessons'] }) {
  if (lessons.length === 0) return null;
  return (
    <>
      <Heading>{t('documents.earlierLessons')}</Heading>
      <DrawnTable
        rows={lessons}
        columns={[
          {
            header: t('documents.lesson'),
            share: 3,
            cell: ({ kind, title }) => `${word('lessonKind', kind)}: ${title}`,
          },
          {
            header: t('documents.taughtBy'),
            share: 3,
            cell: ({ actionNumber: number, actionTitle, analysisTitle }) =>
              `${actionNumber(number)} ${actionTitle} (${analysisTitle})`,
          },
          { header: t('documents.owner'), width: 84, cell: ({ ownerName }) => ownerName },
          { header: t('documents.due'), width: 68, cell: ({ dueOn }) => day(dueOn) },
          {
            header: t('documents.done'),
            width: 68,
            cell: ({ doneOn }) => (doneOn ? day(doneOn) : t('documents.open')),
          },
        ]}
      />
    </>
  );
}
