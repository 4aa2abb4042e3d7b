import { Link, useSearchParams } from 'react-router';
import { t } from '~/messages';
import styles from './table-footer.module.css';

export interface TablePage {
  nextCursor: string | null;
  total: number;
  totalIsCapped: boolean;
  /** True behind the first page, where an empty list is an end and no beginning. */
  isLaterPage?: boolean;
}

/** Pages by cursor: on to the next, back by the browser or to the first. */
export function TableFooter({ page }: { page: TablePage }) {
  const [search] = useSearchParams();
  const first = new URLSearchParams(search);
  first.delete('cursor');
  const next = new URLSearchParams(search);
  if (page.nextCursor) next.set('cursor', page.nextCursor);
  return (
    <div className={styles.footer}>
      <p>
        {page.totalIsCapped
          ? t('table.totalCapped', { count: page.total })
          : t('table.total', { count: page.total })}
      </p>
      <div className={styles.pages}>
        {search.has('cursor') && <Link to={`?${first}`}>{t('table.first')}</Link>}
        {page.nextCursor && (
          <Link to={`?${next}`} rel="next" prefetch="intent">
            {t('table.next')}
          </Link>
        )}
      </div>
    </div>
  );
}
