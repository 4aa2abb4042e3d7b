import { riskNumber } from '~/features/risks/words';
import { t } from '~/messages';
import type { ReportChanges } from '../../assessment-report';
import type { DrawnColumn } from '../../drawn/drawn-table';
import { Heading, Paragraph } from '../../parts/headings';
import { ChangeHeap, Counted } from './change-heap';

const NUMBER = 34;
const LEVEL = 90;

/** Risks with the level before and after, each in the words of its own scale. */
export function RiskHeaps({ changes: { risks } }: { changes: ReportChanges }) {
  const risk = <Row extends { number: number; title: string }>(): DrawnColumn<Row>[] => [
    { header: '', width: NUMBER, cell: ({ number }) => riskNumber(number) },
    { header: t('changes.risk'), cell: ({ title }) => title },
  ];
  const word = (level: string | null) => level ?? t('changes.notRated');
  const level = {
    header: t('changes.level'),
    width: LEVEL,
    cell: (row: { level: string | null }) => word(row.level),
  };
  return (
    <>
      <Heading>{t('changes.risks')}</Heading>
      {!risks.sameScale && <Paragraph>{t('changes.scalesDiffer')}</Paragraph>}
      <ChangeHeap
        title={t('changes.changed', { count: risks.changed.count })}
        list={risks.changed}
        columns={[
          ...risk<(typeof risks.changed.items)[number]>(),
          { header: t('changes.before'), width: LEVEL, cell: ({ from }) => word(from) },
          { header: t('changes.now'), width: LEVEL, cell: ({ to }) => word(to) },
        ]}
      />
      <ChangeHeap
        title={t('changes.added', { count: risks.added.count })}
        list={risks.added}
        columns={[...risk<(typeof risks.added.items)[number]>(), level]}
      />
      <ChangeHeap
        title={t('changes.onlyBefore', { count: risks.gone.count })}
        list={risks.gone}
        columns={[...risk<(typeof risks.gone.items)[number]>(), level]}
      />
      <Counted>{t('changes.same', { count: risks.same })}</Counted>
    </>
  );
}
