import { IconX } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import { t } from '~/messages';
import styles from './filter-chips.module.css';

export interface ActiveFilter {
  /** The name in the address. */
  name: string;
  /** One value of several, when the name may stand more than once. */
  value?: string;
  label: string;
  valueLabel: string;
}

export function FilterChips({ filters }: { filters: ActiveFilter[] }) {
  const [search] = useSearchParams();
  return (
    <ul className={styles.chips} aria-label={t('table.filtered')}>
      {filters.map((filter) => (
        <li key={`${filter.name}=${filter.valueLabel}`}>
          <Link
            className={styles.chip}
            to={`?${without(search, [filter])}`}
            preventScrollReset
            aria-label={t('table.removeFilter', { filter: `${filter.label}: ${filter.valueLabel}` })}
          >
            <span className={styles.name}>{filter.label}</span>
            {filter.valueLabel}
            <IconX size={13} aria-hidden />
          </Link>
        </li>
      ))}
      {filters.length > 1 && (
        <li>
          <Link className={styles.clear} to={`?${without(search, filters)}`} preventScrollReset>
            {t('table.clearFilters')}
          </Link>
        </li>
      )}
    </ul>
  );
}

function without(search: URLSearchParams, filters: ActiveFilter[]): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const { name, value } of filters) {
    if (value === undefined) next.delete(name);
    else next.delete(name, value);
  }
  next.delete('cursor');
  return next;
}
