import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { t } from '~/messages';
import { DataTable, type Column } from '~/ui/table/data-table';
import { useHydrated } from '~/ui/theme/use-hydrated';
import styles from './change-list.module.css';

/** Of each list: what a page has of any list, and the most that there is outside of the export. */
export const FIRST_ROWS = 50;
export const MOST_ROWS = 500;

interface ChangeListProps<Row> {
  /** The id of the section it stands in. */
  sectionId: string;
  /** What the list is of, such as “Assets in scope”. */
  of: string;
  title: string;
  list: { count: number; items: Row[] };
  columns: Column<Row>[];
  rowKey: (row: Row, index: number) => string;
}

/** One heap of changes; nothing of it is shown where it is empty. */
export function ChangeList<Row>({ sectionId, of, title, list, columns, rowKey }: ChangeListProps<Row>) {
  // Without scripts the page comes anew, at the list's section; with them it stays where it is.
  const hydrated = useHydrated();
  const { heap, onPress } = useFocusOnMore(list.items.length);
  if (list.count === 0) return null;
  const keys = new Map(list.items.map((row, index) => [row, rowKey(row, index)]));
  return (
    <div ref={heap} className={styles.heap}>
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
        <p className={styles.more}>
          {t('changes.more', { shown: list.items.length, count: list.count })}{' '}
          {list.items.length < MOST_ROWS && (
            <Link to={hydrated ? '?rows=all' : `?rows=all#${sectionId}`} preventScrollReset onClick={onPress}>
              {list.count > MOST_ROWS ? t('changes.showFirst', { most: MOST_ROWS }) : t('changes.showAll')}
            </Link>
          )}
        </p>
      )}
    </div>
  );
}

/** The link goes once its rows are there: whoever pressed it by keyboard goes on from the table, not from the page's top. */
function useFocusOnMore(rows: number) {
  const heap = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);
  useEffect(() => {
    if (!pressed.current) return;
    pressed.current = false;
    heap.current?.querySelector<HTMLElement>('[role="region"]')?.focus({ preventScroll: true });
  }, [rows]);
  const onPress = () => {
    pressed.current = true;
  };
  return { heap, onPress };
}
