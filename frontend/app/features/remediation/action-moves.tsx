import { Button } from '@mantine/core';
import { Form } from 'react-router';
import { t } from '~/messages';
import { ConfirmDialog } from '~/ui/feedback/confirm-dialog';
import { CsrfField } from '~/ui/form/csrf-field';
import { DateField, MoneyField, TextAreaField } from '~/ui/form/fields';
import { dollarsOf } from '~/ui/text/money';
import { RiskDecisions } from './risk-decisions';
import { isProven, type Action } from './words';

/** What may be done with the action now: the server says which, each says what follows from it. */
export function ActionMoves({ action, today }: { action: Action; today: string }) {
  const may = (what: Action['allowedActions'][number]) => action.allowedActions.includes(what);
  const fields = (intent: string) => ({ intent, version: action.version });
  return (
    <>
      {may('start') && (
        <Form method="post">
          <CsrfField />
          <input type="hidden" name="version" value={action.version} />
          <Button type="submit" name="intent" value="start" size="sm">
            {t('remediation.start')}
          </Button>
        </Form>
      )}
      {may('completion') && (
        <ConfirmDialog
          label={t('remediation.complete')}
          title={t('remediation.completeTitle')}
          consequence={<Completion action={action} />}
          confirmLabel={t('remediation.completeConfirm')}
          variant={may('start') ? 'default' : 'filled'}
          fields={fields('completion')}
        >
          <DateField
            name="completedOn"
            label={t('remediation.completedOn')}
            defaultValue={today}
            max={today}
            required
          />
          <MoneyField
            name="spentCents"
            label={t('remediation.spentInAll')}
            defaultValue={dollarsOf(action.spentCents)}
          />
          <MoneyField
            name="yearlySpentCents"
            label={t('remediation.yearlySpentInAll')}
            defaultValue={dollarsOf(action.yearlySpentCents)}
          />
          {!isProven(action) && (
            <TextAreaField
              name="noEvidenceReason"
              label={t('remediation.noEvidenceReason')}
              hint={t('remediation.noEvidenceHint')}
              rows={2}
              maxLength={2_000}
              required
            />
          )}
          <TextAreaField name="note" label={t('remediation.note')} rows={2} maxLength={2_000} />
        </ConfirmDialog>
      )}
      {may('validation') && (
        <ConfirmDialog
          label={t('remediation.validate')}
          title={t('remediation.validateTitle')}
          consequence={
            <>
              <p>{t('remediation.validateConsequence')}</p>
              <p>{proofOf(action)}</p>
              {action.effects.some(({ isToDecide }) => isToDecide) && <p>{t('effects.decideLead')}</p>}
            </>
          }
          confirmLabel={t('remediation.validateConfirm')}
          variant="filled"
          fields={fields('validation')}
        >
          <TextAreaField
            name="note"
            label={t('remediation.validateNote')}
            rows={3}
            maxLength={2_000}
            required
          />
          <RiskDecisions action={action} />
        </ConfirmDialog>
      )}
      {may('reopening') && (
        <ConfirmDialog
          label={t('remediation.reopen')}
          title={t('remediation.reopenTitle')}
          consequence={t('remediation.reopenConsequence')}
          confirmLabel={t('remediation.reopenConfirm')}
          fields={fields('reopening')}
        >
          <TextAreaField name="reason" label={t('remediation.reason')} rows={2} maxLength={2_000} required />
        </ConfirmDialog>
      )}
      {may('cancellation') && (
        <ConfirmDialog
          label={t('remediation.cancel')}
          title={t('remediation.cancelTitle')}
          consequence={t('remediation.cancelConsequence')}
          confirmLabel={t('remediation.cancelConfirm')}
          tone="danger"
          variant="subtle"
          fields={fields('cancellation')}
        >
          <TextAreaField name="reason" label={t('remediation.reason')} rows={2} maxLength={2_000} required />
        </ConfirmDialog>
      )}
    </>
  );
}

/** What whoever checks the action has to go by. */
function proofOf({ evidence, noEvidenceReason }: Action): string {
  const titles = evidence.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ title }) => title);
  if (titles.length > 0) return t('remediation.validateEvidence', { titles: titles.join(', ') });
  return noEvidenceReason
    ? t('remediation.validateNoEvidence', { reason: noEvidenceReason })
    : t('remediation.validateNothing');
}

/** A step left open is no bar, since plans change; but it is said. */
function Completion({ action }: { action: Action }) {
  const { milestones } = action;
  const open = milestones.filter(({ doneOn }) => doneOn === null).length;
  return (
    <>
      <p>{t('remediation.completeConsequence')}</p>
      {open > 0 && <p>{t('remediation.milestonesOpen', { count: open })}</p>}
      {!isProven(action) && <p>{t('remediation.evidenceNone')}</p>}
    </>
  );
}
