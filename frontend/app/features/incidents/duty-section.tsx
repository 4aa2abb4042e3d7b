import { t } from '~/messages';
import { ConfirmDialog } from '~/ui/feedback/confirm-dialog';
import { CheckboxField, DateField, NumberField, SelectField, TextAreaField } from '~/ui/form/fields';
import { Citation } from '~/ui/text/citation';
import { DateText, dayText } from '~/ui/text/date-text';
import { Section } from '~/ui/text/section';
import { DutyBadge } from './incident-badges';
import { choicesOf, METHODS, type Duty } from './incident-words';
import { dutyName } from './duty-words';
import styles from './incidents.module.css';

interface DutySectionProps {
  duty: Duty;
  maySend: boolean;
  today: string;
}

/** One notice: whom it is for, its outer limit with the arithmetic, why it moved, and what went out. */
export function DutySection({ duty, maySend, today }: DutySectionProps) {
  return (
    <Section
      id={duty.id}
      title={dutyName(duty)}
      actions={
        <>
          <DutyBadge duty={duty} />
          {maySend && duty.status === 'open' && <SendingDialog duty={duty} today={today} />}
        </>
      }
    >
      <p>
        {duty.metOn ? (
          t('incidents.metOn', { day: dayText(duty.metOn) })
        ) : (
          <strong>{dayText(duty.dueOn)}</strong>
        )}
        {' · '}
        <Citation text={duty.citation} />
        {' · '}
        <span className={styles.quiet}>
          {t('incidents.by', { name: duty.byName })}
          {duty.toName && `, ${t('incidents.to', { name: duty.toName })}`}
        </span>
      </p>
      <Reservations duty={duty} />
      <Sendings duty={duty} />
      <details className={styles.details}>
        <summary>{t('incidents.arithmetic')}</summary>
        <ol className={styles.steps}>
          {duty.arithmetic.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </details>
      <details className={styles.details}>
        <summary>{t('incidents.dutyHistory')}</summary>
        <ul className={styles.list}>
          {duty.changes.map((change) => (
            <li key={`${change.changedAt}${change.factsRevision}${change.toStatus}`} className={styles.line}>
              <span className={styles.named}>
                <span>
                  {t(`incidents.dutyStatus_${change.toStatus as Duty['status']}`)},{' '}
                  {t('incidents.historyDue', { day: dayText(change.toDueOn) })}
                </span>
                <span className={styles.quiet}>{change.reason}</span>
              </span>
              <span className={styles.quiet}>
                <DateText at={change.changedAt} /> {change.changedBy?.name ?? t('incidents.byProduct')}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
}

function Reservations({ duty }: { duty: Duty }) {
  const said = [
    duty.earliestOn && t('incidents.notBefore', { day: dayText(duty.earliestOn) }),
    duty.provisional && t('incidents.provisional'),
    duty.interpretation && t('incidents.interpretation'),
    duty.ifSuspended && t('incidents.ifSuspended', { day: dayText(duty.ifSuspended) }),
  ].filter(Boolean);
  return said.map((words) => <p key={String(words)}>{words}</p>);
}

function Sendings({ duty: { sendings } }: { duty: Duty }) {
  if (sendings.length === 0) return null;
  return (
    <>
      <p className={styles.phase}>{t('incidents.sendings')}</p>
      <ul className={styles.list}>
        {sendings.map(({ id, sentOn, method, recipients, note, completes, recordedBy, recordedAt }) => (
          <li key={id} className={styles.line}>
            <span className={styles.named}>
              <span>
                {t('incidents.sendingLine', {
                  day: dayText(sentOn),
                  method: t(`incidents.method_${method as (typeof METHODS)[number]}`),
                  recipients:
                    recipients === null
                      ? t('incidents.sendingUncounted')
                      : t('incidents.sendingRecipients', { count: recipients }),
                })}
                {completes && ` · ${t('incidents.completing')}`}
              </span>
              <span className={styles.quiet}>{note}</span>
            </span>
            <span className={styles.quiet}>
              {recordedBy.name} <DateText at={recordedAt} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function SendingDialog({ duty, today }: { duty: Duty; today: string }) {
  return (
    <ConfirmDialog
      label={t('incidents.record')}
      title={t('incidents.recordTitle')}
      consequence={
        <>
          <p>{dutyName(duty)}</p>
          <p>{t('incidents.recordConsequence')}</p>
        </>
      }
      confirmLabel={t('incidents.record')}
      fields={{ intent: 'sending', dutyId: duty.id }}
    >
      <DateField name="sentOn" label={t('incidents.sentOn')} defaultValue={today} max={today} required />
      <SelectField
        name="method"
        label={t('incidents.method')}
        choices={choicesOf(METHODS, (method) => t(`incidents.method_${method}`))}
        defaultValue={usualMethod(duty)}
        required
      />
      <NumberField name="recipients" label={t('incidents.recipients')} />
      <TextAreaField
        name="note"
        label={t('incidents.sendingNote')}
        hint={t('incidents.sendingNoteHint')}
        rows={2}
        maxLength={4_000}
      />
      <CheckboxField name="completes" label={t('incidents.completes')} />
    </ConfirmDialog>
  );
}

function usualMethod({ kind }: Duty): string {
  if (kind === 'media') return 'media';
  if (kind === 'substitute-public') return 'web-posting';
  return kind.startsWith('hhs') ? 'hhs-portal' : 'first-class-mail';
}
