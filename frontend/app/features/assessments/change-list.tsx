import { t } from '~/messages';
import { DataTable, type Column } from '~/ui/table/data-table';
import styles from './change-list.module.css';

interface ChangeListProps<Row> {
  /** What the list is of, such as “Assets in scope”. */
  of: string;
  title: string;
  list: { count: number; items: Row[] };
  columns: Column<Row>[];
  rowKey: (row: Row, index: number) => string;
}

/** One heap of changes; nothing of it is shown where it is empty. */
export function ChangeList<Row>({ of, title, list, columns, rowKey }: ChangeListProps<Row>) {
  if (list.count === 0) return null;
  const keys = new Map(list.items.map((row, index) => [row, rowKey(row, index)]));
  return (
    <div className={styles.heap}>
      <h3>{title}</h3>
      <DataTable
        plain
        caption={`${of}: ${title}`}
        columns={columns}
        rows={list.items}
        rowKey={(row) => keys.get(row) ?? ''}
        empty={null}
      />
      {list.count > list.items.length && (
        <p className={styles.more}>{t('changes.more', { shown: list.items.length, count: list.count })}</p>
      )}
    </div>
  );
}
