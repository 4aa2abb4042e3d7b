import { IconCircle, IconCircleCheckFilled, IconCircleDot, IconClock } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Reply } from '~/api/reply';
import { t } from '~/messages';
import { Citation } from '~/ui/text/citation';
import { Section } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import styles from './first-steps.module.css';

export type FirstStep = NonNullable<Reply<'/api/v1/my-work', 'get'>['firstSteps']>[number];

const ICONS = {
  done: IconCircleCheckFilled,
  waiting: IconClock,
  now: IconCircleDot,
  later: IconCircle,
} as const;

/** The way of a young organization to its first signed analysis. What is done needs no more words. */
export function FirstSteps({ steps }: { steps: FirstStep[] }) {
  const done = steps.filter(({ state }) => state === 'done').length;
  return (
    <div className={styles.frame}>
      <Section
        flush
        title={t('work.firstSteps')}
        lead={t('work.firstStepsLead')}
        actions={
          <span className={styles.count}>{t('work.firstStepsDone', { done, total: steps.length })}</span>
        }
      >
        <ol className={styles.list}>
          {steps.map((step) => (
            <Step key={step.id} step={step} />
          ))}
        </ol>
      </Section>
    </div>
  );
}

function Step({ step }: { step: FirstStep }) {
  const { state, title, text, citation, href, takenBy } = step;
  const Icon = ICONS[state];
  return (
    <li className={styles.step} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
      <Icon size={20} aria-hidden className={styles.icon} />
      <div>
        <p className={styles.title}>
          {href ? <Link to={href}>{title}</Link> : title} <StateWord state={state} />
        </p>
        {state !== 'done' && (
          <p className={styles.text}>
            {state === 'waiting' ? t('work.firstStepWaiting') : text}{' '}
            {citation && <Citation text={citation} />}{' '}
            {takenBy && (
              <span className={styles.takenBy}>{t('work.firstStepTakenBy', { role: takenBy })}</span>
            )}
          </p>
        )}
      </div>
    </li>
  );
}

/** What the icon shows, in words: seen where something goes on, read out everywhere. */
function StateWord({ state }: { state: FirstStep['state'] }) {
  const word = t(`work.firstStep_${state}`);
  if (state === 'now') return <StatusBadge tone="info">{word}</StatusBadge>;
  if (state === 'waiting') return <StatusBadge tone="warn">{word}</StatusBadge>;
  return <span className="visually-hidden">({word})</span>;
}
