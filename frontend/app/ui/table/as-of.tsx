import { Link, useLocation, useMatches, useSearchParams } from 'react-router';
import { t } from '~/messages';
import { dayText } from '~/ui/text/date-text';
import type { ListFilter } from './list-filters';
import styles from './as-of.module.css';

/** The name in the address: the list as it was at the end of that day. */
export const AS_OF = 'asOf';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function asOfOf(request: Request): string | undefined {
  return new URL(request.url).searchParams.get(AS_OF) || undefined;
}

export function asOfFilter(): ListFilter {
  return { kind: 'date', name: AS_OF, label: t('table.asOf'), more: true };
}

/** The `handle` of a page that reads the day from its address. Any other shows today, whatever somebody typed. */
export const HAS_PAST = { hasPast: true };

/** The past day that the page shows, if it shows one. */
export function useAsOf(): string | null {
  const [search] = useSearchParams();
  const pages = useMatches();
  const day = search.get(AS_OF) ?? '';
  return DAY.test(day) && pages.some(({ handle }) => handle === HAS_PAST) ? day : null;
}

/** Says that a list is not today's, and leads back. */
export function AsOfNotice({ day }: { day: string }) {
  const [search] = useSearchParams();
  const { pathname } = useLocation();
  const today = new URLSearchParams(search);
  today.delete(AS_OF);
  // It marks a place in the list of that day.
  today.delete('cursor');
  return (
    <p className={styles.notice} role="status">
      {t('table.asOfNotice', { day: dayText(day) })}{' '}
      <Link to={{ pathname, search: today.toString() }}>{t('table.asOfToday')}</Link>
    </p>
  );
}
