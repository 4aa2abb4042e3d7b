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

/** What a money field holds: whole dollars as they are typed. */
export function dollarsOf(cents: number | null): number | null {
  return cents === null ? null : cents / 100;
}
