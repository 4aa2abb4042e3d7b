import { useSearchParams } from 'react-router';
import { t } from '~/messages';
import { dayText } from '~/ui/text/date-text';
import type { ListFilter } from './list-filters';
import styles from './data-table.module.css';

/** The name in the address: the list as it was at the end of that day. */
export const AS_OF = 'asOf';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function asOfOf(request: Request): string | undefined {
  return new URL(request.url).searchParams.get(AS_OF) || undefined;
}

export function asOfFilter(): ListFilter {
  return { kind: 'date', name: AS_OF, label: t('table.asOf'), more: true };
}

/** Says that a list is not today's. */
export function AsOfNotice() {
  const [search] = useSearchParams();
  const day = search.get(AS_OF) ?? '';
  if (!DAY.test(day)) return null;
  return (
    <p className={styles.asOf} role="status">
      {t('table.asOfNotice', { day: dayText(day) })}
    </p>
  );
}
