import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import { t } from '~/messages';
import type { Column } from './data-table';
import styles from './data-table.module.css';

/** A column's head; where the API can sort by it, a link that turns the order around. */
export function SortHeader<Row>({ column }: { column: Column<Row> }) {
  const [search] = useSearchParams();
  const { header, headerNote, sort, align, width, wide, hideHeader } = column;
  const current = search.get('sort');
  const order = !sort
    ? undefined
    : current === sort
      ? 'ascending'
      : current === `-${sort}`
        ? 'descending'
        : 'none';
  return (
    <th
      scope="col"
      data-align={align}
      data-wide={wide || undefined}
      style={width ? { width } : undefined}
      aria-sort={order}
    >
      {hideHeader ? (
        <span className="visually-hidden">{header}</span>
      ) : sort ? (
        <SortLink sort={sort} order={order} header={header} />
      ) : (
        header
      )}
      {headerNote && <span className={styles.headerNote}>{headerNote}</span>}
    </th>
  );
}

function SortLink({ sort, order, header }: { sort: string; order: string | undefined; header: string }) {
  const [search] = useSearchParams();
  const next = new URLSearchParams(search);
  next.set('sort', order === 'ascending' ? `-${sort}` : sort);
  next.delete('cursor');
  const Icon = { ascending: IconArrowUp, descending: IconArrowDown }[order ?? ''] ?? IconArrowsSort;
  return (
    <Link
      className={styles.sort}
      to={`?${next}`}
      preventScrollReset
      title={t('table.sortBy', { column: header })}
      data-order={order}
    >
      {header}
      <Icon size={14} aria-hidden />
    </Link>
  );
}
