import type { ReactNode } from 'react';
import { t } from '~/messages';
import { usePreferences } from '~/preferences/use-preferences';
import { dayText } from '~/ui/text/date-text';
import { useAsOf } from './as-of';
import { FilterChips, type ActiveFilter } from './filter-chips';
import type { ListFiles } from './list-address';
import { SortHeader } from './sort-header';
import { TableFooter, type TablePage } from './table-footer';
import { TableToolbar } from './table-toolbar';
import styles from './data-table.module.css';

export interface Column<Row> {
  key: string;
  header: string;
  /** Tells it from another column with the same words, or what its signs mean. */
  headerNote?: string | undefined;
  cell: (row: Row) => ReactNode;
  /** The name by which the API sorts; the header becomes a link. */
  sort?: string;
  align?: 'start' | 'end';
  width?: string;
  /** Kept on one line. */
  nowrap?: boolean;
  /** Holds names or sentences: never so narrow that each word has a line of its own. */
  wide?: boolean;
  /** The header is there for those who listen, not on screen. */
  hideHeader?: boolean;
}

interface DataTableProps<Row> {
  /** What the table holds, read out before it. */
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** Shown instead of the table when nothing is there and no filter is set. */
  empty: ReactNode;
  page?: TablePage;
  /** The filters that are set, each a chip that takes itself away. */
  filters?: ActiveFilter[];
  /** The inputs of a GET form for more filters. */
  filterFields?: ReactNode;
  /** Where the view can be had as a file. */
  files?: ListFiles;
  /** Small lists inside a page need no bar and no footer. */
  plain?: boolean;
}

/** The table of every list: filters, sort and page stand in the address, the first column and the header stay in sight. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    caption,
    columns,
    rows,
    rowKey,
    empty,
    page,
    filters = [],
    filterFields,
    files,
    plain = false,
  } = props;
  const { density } = usePreferences();
  const filtered = filters.length > 0;
  if (rows.length === 0 && !filtered && !page?.isLaterPage) return <>{empty}</>;
  return (
    <div className={styles.frame}>
      {!plain && <TableToolbar filterFields={filterFields} files={files} />}
      {filtered && <FilterChips filters={filters} />}
      <div className={styles.edges}>
        {/* A region that scrolls has to be reachable by keyboard. */}
        <div
          className={styles.scroll}
          data-plain={plain || undefined}
          role="region"
          aria-label={t('table.region', { caption })}
          tabIndex={0}
        >
          <table className={styles.table} data-density={density}>
            <caption className="visually-hidden">{caption}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <SortHeader key={column.key} column={column} />
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={rowKey(row)}>
                  {columns.map((column, index) => (
                    <Cell key={column.key} column={column} row={row} first={index === 0} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
      {rows.length === 0 && filtered && <NoMatch filters={filters} />}
      {!plain && page && <TableFooter page={page} />}
    </div>
  );
}

function Cell<Row>({ column, row, first }: { column: Column<Row>; row: Row; first: boolean }) {
  const look = {
    'data-align': column.align,
    'data-nowrap': column.nowrap || undefined,
    'data-wide': column.wide || undefined,
  };
  if (first) {
    return (
      <th scope="row" {...look}>
        {column.cell(row)}
      </th>
    );
  }
  return <td {...look}>{column.cell(row)}</td>;
}

/** Nothing meets the filters that are set. */
export function NoMatch({ filters = [] }: { filters?: readonly ActiveFilter[] }) {
  const asOf = useAsOf();
  // Under another filter the records may well have been there.
  const nothing = filters.length === 1 ? asOf : null;
  return (
    <div className={styles.noMatch} role="status">
      <p>{nothing ? t('table.asOfNothingTitle', { day: dayText(nothing) }) : t('table.noMatchTitle')}</p>
      <p>{nothing ? t('table.asOfNothingText') : t('table.noMatchText')}</p>
    </div>
  );
}
