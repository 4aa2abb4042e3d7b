import { t } from '~/messages';
import { dateFormat } from '~/messages/formats';
import { dayText } from '~/ui/text/date-text';
import styles from './plan-timeline.module.css';
import type { TimelineItem } from './timeline-columns';
import { timelineScale, type TimelineScale } from './timeline-scale';
import { actionNumber, isOpen } from './words';

const LAST_WITH_ROOM = 92;
const LAST_ON_A_PHONE = 72;

/** The plan for the eye: a row for each action, its steps and its date. The table beneath says the same in words. */
export function TimelineChart({ actions, today }: { actions: TimelineItem[]; today: string }) {
  const days = actions.flatMap(({ dueOn, milestones }) => [dueOn, ...milestones.map((step) => step.dueOn)]);
  const scale = timelineScale([today, ...days]);
  const label = t('planViews.chart', {
    count: actions.length,
    from: dayText(scale.from),
    to: dayText(scale.to),
  });
  // A month's name stands to the right of its mark: at the edge there is no room for it, on a phone even earlier.
  const fits = (tick: string) => scale.at(tick) <= LAST_WITH_ROOM;
  const isNearEdge = (tick: string) => scale.at(tick) > LAST_ON_A_PHONE;
  return (
    <div className={styles.chart}>
      <div role="img" aria-label={label}>
        <div className={styles.axis}>
          <span />
          <div className={styles.track}>
            {scale.ticks.filter(fits).map((tick) => (
              <span
                key={tick}
                className={styles.tick}
                data-edge={isNearEdge(tick) || undefined}
                style={{ left: `${scale.at(tick)}%` }}
              >
                {monthOf(tick)}
              </span>
            ))}
          </div>
        </div>
        {actions.map((action) => (
          <Row key={action.id} action={action} scale={scale} today={today} />
        ))}
      </div>
      <Legend />
    </div>
  );
}

function Row({ action, scale, today }: { action: TimelineItem; scale: TimelineScale; today: string }) {
  const { dueOn, milestones, status, overdue } = action;
  const first = [dueOn, ...milestones.map((step) => step.dueOn)].sort()[0]!;
  const last = [dueOn, ...milestones.map((step) => step.dueOn)].sort().at(-1)!;
  const left = (day: string) => ({ left: `${scale.at(day)}%` });
  return (
    <div className={styles.row}>
      <span className={styles.number}>
        {actionNumber(action.number)} <span className={styles.name}>{action.title}</span>
      </span>
      <div className={styles.track}>
        <span className={styles.today} style={left(today)} />
        <span
          className={styles.span}
          style={{ ...left(first), width: `${scale.at(last) - scale.at(first)}%` }}
        />
        {milestones.map((step, index) => (
          <span
            key={index}
            className={styles.mark}
            data-kind="milestone"
            data-done={step.doneOn ? true : undefined}
            style={left(step.dueOn)}
          />
        ))}
        <span
          className={styles.mark}
          data-kind="due"
          data-done={isOpen(status) ? undefined : true}
          data-late={overdue || undefined}
          style={left(dueOn)}
        />
      </div>
    </div>
  );
}

function Legend() {
  return (
    <ul className={styles.legend}>
      <li>
        <span className={styles.mark} data-kind="due" aria-hidden /> {t('planViews.legendDue')}
      </li>
      <li>
        <span className={styles.mark} data-kind="due" data-late aria-hidden /> {t('remediation.overdue')}
      </li>
      <li>
        <span className={styles.mark} data-kind="due" data-done aria-hidden /> {t('planViews.legendDone')}
      </li>
      <li>
        <span className={styles.mark} data-kind="milestone" aria-hidden /> {t('planViews.legendMilestone')}
      </li>
      <li>
        <span className={styles.today} aria-hidden /> {t('planViews.today')}
      </li>
    </ul>
  );
}

function monthOf(day: string): string {
  return dateFormat({ year: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
