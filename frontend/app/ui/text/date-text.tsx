import { useOptionalSession } from '~/session/session';
import { t } from '~/messages';
import { dateFormat } from '~/messages/formats';
import { useHydrated } from '~/ui/theme/use-hydrated';

interface DateTextProps {
  /** A calendar date, YYYY-MM-DD: the same day everywhere. */
  on?: string | null;
  /** An instant, ISO in UTC: shown in the organization's zone. */
  at?: string | null;
  time?: 'none' | 'with' | 'only';
  empty?: string;
}

/** A date or an instant; pointing at it says the zone. */
export function DateText({
  on,
  at,
  time = on ? 'none' : 'with',
  empty = t('records.noDate'),
}: DateTextProps) {
  const zone = useOptionalSession()?.organization.timeZone ?? 'UTC';
  const hydrated = useHydrated();
  if (!on && !at) return <span>{empty}</span>;
  if (on) return <time dateTime={on}>{dayText(on)}</time>;
  const instant = new Date(at ?? '');
  const own = hydrated ? Intl.DateTimeFormat().resolvedOptions().timeZone : zone;
  const title = [
    zoned(instant, zone),
    own !== zone ? zoned(instant, own) : undefined,
    `${instant.toISOString()}`,
  ]
    .filter(Boolean)
    .join('\n');
  return (
    <time dateTime={at ?? ''} title={title}>
      {format(instant, zone, time)}
    </time>
  );
}

/** A calendar date, YYYY-MM-DD, as words of a sentence. */
export function dayText(on: string): string {
  return format(new Date(`${on}T00:00:00Z`), 'UTC', 'none');
}

function format(date: Date, timeZone: string, time: 'none' | 'with' | 'only'): string {
  const day = { year: 'numeric', month: 'short', day: 'numeric' } as const;
  const clock = { hour: 'numeric', minute: '2-digit' } as const;
  const parts = { none: day, with: { ...day, ...clock }, only: clock }[time];
  // Node and browsers part the clock from its PM with different blanks; one blank keeps both texts the same.
  return dateFormat({ ...parts, timeZone })
    .format(date)
    .replaceAll('\u202f', ' ');
}

function zoned(date: Date, timeZone: string): string {
  return `${format(date, timeZone, 'with')} ${t('records.zone', { zone: timeZone.replaceAll('_', ' ') })}`;
}

/** Whole days from one calendar date to another; negative when it lies behind. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
