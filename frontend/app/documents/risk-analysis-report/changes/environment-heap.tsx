import { detailWords } from '~/features/reassessment/words';
import { t } from '~/messages';
import type { ReportChanges } from '../../assessment-report';
import { filled, note, small, strong } from '../../drawn/blocks';
import { DrawnTable } from '../../drawn/drawn-table';
import { day, momentDay } from '../../format';
import { Heading, Nothing } from '../../parts/headings';
import { word } from '../../words';
import { Counted } from './change-heap';

type Decided = ReportChanges['environment']['decided'][number];

interface EnvironmentHeapProps {
  environment: ReportChanges['environment'];
  timeZone: string;
}

/** What changed around ePHI in the year, and what was decided about it. 45 CFR 164.308(a)(8) */
export function EnvironmentHeap({ environment: { decided, undecided }, timeZone }: EnvironmentHeapProps) {
  return (
    <>
      <Heading>{t('documents.environment')}</Heading>
      {decided.length === 0 && <Nothing>{t('documents.environmentNone')}</Nothing>}
      {decided.length > 0 && (
        <DrawnTable
          rows={decided}
          columns={[
            { header: t('documents.environmentOn'), width: 68, cell: ({ happenedOn }) => day(happenedOn) },
            { header: t('documents.environmentWhat'), share: 3, cell: whatOf },
            {
              header: t('documents.environmentDecision'),
              share: 3,
              cell: (change) => decisionOf(change, timeZone),
            },
          ]}
        />
      )}
      {undecided > 0 && <Counted>{t('documents.environmentUndecided', { count: undecided })}</Counted>}
    </>
  );
}

function whatOf({ subject, kind, details, description }: Decided) {
  return filled(
    strong(subject),
    note(word('changeKind', kind)),
    details.map((detail) => small(detailWords(detail))),
    description && small(description),
  );
}

function decisionOf({ outcome, takenInto, reason, decidedBy, decidedAt }: Decided, timeZone: string) {
  return filled(
    strong(word('changeDecision', outcome)),
    takenInto && small(takenInto),
    reason && small(reason),
    note(t('documents.byOn', { person: decidedBy, date: momentDay(decidedAt, timeZone) })),
  );
}
