import { Link } from 'react-router';
import type { Reply } from '~/api/reply';
import { t } from '~/messages';
import { Citation } from '~/ui/text/citation';
import { DateText, daysBetween } from '~/ui/text/date-text';
import { Section } from '~/ui/text/section';
import { StatusBadge, type Tone } from '~/ui/text/status-badge';
import styles from './work-section.module.css';

export type WorkItem = Reply<'/api/v1/my-work', 'get'>['due'][number];

interface WorkSectionProps {
  title: string;
  tone: Tone;
  items: WorkItem[];
  today: string;
  empty: string;
  /** Things that become due: those without a date are counted apart. */
  dated?: boolean;
}

/** One pile of the desk: what it is, why it lies here, until when, and one button. */
export function WorkSection({ title, tone, items, today, empty, dated }: WorkSectionProps) {
  const undated = dated ? items.filter(({ dueOn }) => dueOn === null).length : 0;
  const count = items.length - undated;
  return (
    <Section
      flush
      lead={items.some(({ waitsLong }) => waitsLong) ? t('work.waitsLong') : undefined}
      title={
        <>
          {title} {count > 0 && <StatusBadge tone={tone}>{count}</StatusBadge>}{' '}
          {undated > 0 && <StatusBadge>{t('work.undated', { count: undated })}</StatusBadge>}
        </>
      }
    >
      {items.length === 0 ? (
        <p className={styles.empty}>{empty}</p>
      ) : (
        <ul className={styles.list}>
          {items.map((item) => (
            <li key={item.id} className={styles.item}>
              <div className={styles.what}>
                <p className={styles.title}>{item.title}</p>
                <p className={styles.reason}>
                  {item.reason} {item.citation && <Citation text={item.citation} />}
                </p>
              </div>
              <p className={styles.when}>
                {item.waitsSince ? (
                  <WaitText since={item.waitsSince} long={item.waitsLong} today={today} />
                ) : (
                  <DueText on={item.dueOn} today={today} />
                )}
                {item.ownerName && <span className={styles.owner}>{item.ownerName}</span>}
              </p>
              <Link
                className={styles.go}
                to={item.href}
                aria-label={t('work.openItem', { title: item.title })}
                prefetch="intent"
              >
                {t('work.open')}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function DueText({ on, today }: { on: string | null; today: string }) {
  if (!on) return <span>{t('work.noDate')}</span>;
  return (
    <span>
      <DateText on={on} /> <small>{distance(daysBetween(today, on))}</small>
    </span>
  );
}

/** How long a second person was waited for. */
function WaitText({ since, long, today }: { since: string; long: boolean; today: string }) {
  const days = daysBetween(since, today);
  const words = days === 0 ? t('work.waitsSinceToday') : t('work.waitsFor', { count: days });
  return long ? <StatusBadge tone="bad">{words}</StatusBadge> : <span>{words}</span>;
}

function distance(days: number): string {
  if (days === 0) return t('work.dueToday');
  return days < 0 ? t('work.overdueBy', { count: -days }) : t('work.dueIn', { count: days });
}
