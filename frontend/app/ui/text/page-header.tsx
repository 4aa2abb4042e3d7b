import { IconArrowLeft, IconArrowRight, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { t } from '~/messages';
import { AsOfNotice, useAsOf } from '../table/as-of';
import { Citation } from './citation';
import { explained } from './explained';
import styles from './page-header.module.css';

export interface NextStep {
  title: string;
  text: string;
  citation: string | null;
  href: string | null;
  /** What one may do besides. */
  also?: { label: string; href: string } | null;
}

interface PageHeaderProps {
  title: ReactNode;
  /** Where this page hangs, from the outermost in. */
  trail?: { to: string; label: string }[];
  badge?: ReactNode;
  /** A text of the catalog may hold terms that explain themselves: see `explained`. */
  lead?: ReactNode;
  nextStep?: NextStep | null;
  actions?: ReactNode;
}

/** Each page begins alike: where one is, the next step that the law asks for, and what one can do here. */
export function PageHeader({ title, trail, badge, lead, nextStep, actions }: PageHeaderProps) {
  const asOf = useAsOf();
  return (
    <header className={styles.header}>
      {trail && (
        <ol className={styles.trail}>
          {trail.map(({ to, label }, index) => (
            <li key={to}>
              {index === 0 ? (
                <IconArrowLeft size={14} aria-hidden />
              ) : (
                <IconChevronRight size={14} aria-hidden />
              )}
              <Link to={to}>{label}</Link>
            </li>
          ))}
        </ol>
      )}
      <div className={styles.line}>
        <h1>{title}</h1>
        {badge}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {lead && <p className={styles.lead}>{explained(lead)}</p>}
      {/* What is next is next today: it has no place above a list of a past day. */}
      {asOf ? <AsOfNotice day={asOf} /> : nextStep && <NextStepNote step={nextStep} />}
    </header>
  );
}

function NextStepNote({ step }: { step: NextStep }) {
  const { pathname, search } = useLocation();
  // Where the step is done, it stays in sight without a link to itself.
  const href = step.href === `${pathname}${search}` ? null : step.href;
  return (
    <section className={styles.step} aria-label={t('records.nextStep')}>
      <div className={styles.stepText}>
        <p>
          <span className={styles.stepLabel}>{t('records.nextStep')}</span> <strong>{step.title}</strong>
        </p>
        <p className={styles.stepReason}>
          {explained(step.text)} {step.citation && <Citation text={step.citation} />}
        </p>
        {step.also && (
          <p>
            <Link className={styles.stepAlso} to={step.also.href}>
              {step.also.label}
            </Link>
          </p>
        )}
      </div>
      {href && (
        <Link className={styles.stepGo} to={href} aria-label={`${t('actions.open')}: ${step.title}`}>
          {t('actions.open')}
          <IconArrowRight size={16} aria-hidden />
        </Link>
      )}
    </section>
  );
}
