import { changeLines } from '~/features/inventory/inventory-change-words';
import { t } from '~/messages';
import type { ReportChanges } from '../../assessment-report';
import { small } from '../../drawn/blocks';
import { Heading } from '../../parts/headings';
import { ChangeHeap, Counted } from './change-heap';

interface InventoryHeapsProps {
  title: string;
  changes: ReportChanges['assets'];
}

/** Assets or data flows. */
export function InventoryHeaps({ title, changes: { added, gone, changed, same } }: InventoryHeapsProps) {
  const name = { header: t('changes.name'), cell: (row: { name: string }) => row.name };
  return (
    <>
      <Heading>{title}</Heading>
      <ChangeHeap title={t('changes.added', { count: added.count })} list={added} columns={[name]} />
      <ChangeHeap title={t('changes.gone', { count: gone.count })} list={gone} columns={[name]} />
      <ChangeHeap
        title={t('changes.changed', { count: changed.count })}
        list={changed}
        columns={[
          name,
          {
            header: t('changes.fields'),
            share: 2,
            cell: (row: (typeof changed.items)[number]) => changeLines(row).map((line) => small(line)),
          },
        ]}
      />
      <Counted>{t('changes.same', { count: same })}</Counted>
    </>
  );
}
