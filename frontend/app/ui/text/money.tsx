import { t } from '~/messages';
import { formatMoney } from '~/messages/formats';

interface MoneyProps {
  /** Whole cents, as the API carries money. */
  cents: number | null | undefined;
  empty?: string;
}

export function Money({ cents, empty = t('records.notKnown') }: MoneyProps) {
  if (cents === null || cents === undefined) return <span>{empty}</span>;
  return <data value={cents / 100}>{formatMoney(cents)}</data>;
}

/** What a money field holds, as it is typed: whole dollars, or with both digits of the cents. */
export function dollarsOf(cents: number | null): string | null {
  if (cents === null) return null;
  return cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2);
}
