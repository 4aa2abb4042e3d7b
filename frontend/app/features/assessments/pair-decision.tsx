import { t } from '~/messages';
import { numberFormat } from '~/messages/formats';
import { ConfirmDialog } from '~/ui/feedback/confirm-dialog';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { TextAreaField } from '~/ui/form/fields';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { Section } from '~/ui/text/section';
import type { OneProposedPair, ProposedPair } from './pair-table';
import { kindWord } from './proposal-filters';

/** As many as one decision takes; the API leaves the others open and says so. */
const MOST_TOGETHER = 1_000;

interface PairDecisionProps {
  pair: OneProposedPair;
  /** A filter is set, and what it leaves is decided. */
  narrowed: boolean;
  refused?: RefusedForm | null;
}

/** What one reason would decide, told before it happens; and the way back. */
export function PairDecision({ pair, narrowed, refused }: PairDecisionProps) {
  const { open, dismissed } = pair;
  if (open + dismissed === 0) return null;
  const mine = refused?.values.intent === 'dismiss-all' ? refused : null;
  return (
    <Section
      id="decide"
      title={open > 0 ? t('proposals.dismissAllTitle', { count: open }) : t('proposals.restoreAllTitle')}
      lead={narrowed ? t('proposals.narrowed') : undefined}
      actions={dismissed > 0 && <TakeBack dismissed={dismissed} />}
    >
      {open > 0 ? (
        <AppForm refused={mine} intent="dismiss-all" label={t('proposals.dismissAllTitle', { count: open })}>
          <input type="hidden" name="expected" value={open} />
          <p>{t('proposals.preview', { kinds: kindsOf(pair) })}</p>
          {open > MOST_TOGETHER && <p>{t('proposals.tooMany', { count: MOST_TOGETHER })}</p>}
          <TextAreaField
            name="reason"
            label={t('assessments.doesNotApply')}
            hint={t('proposals.reasonHint')}
            rows={3}
            maxLength={2_000}
            required
          />
          <FormActions>
            <SubmitButton>{t('proposals.dismissAll', { count: Math.min(open, MOST_TOGETHER) })}</SubmitButton>
          </FormActions>
        </AppForm>
      ) : (
        <p>{t('proposals.allDecided')}</p>
      )}
    </Section>
  );
}

/** One risk for all of them: rated, decided and planned once. */
export function PairAsOneRisk({ pair, narrowed, refused }: PairDecisionProps) {
  const { open, sharedRisk } = pair;
  if (open < 2 && !sharedRisk) return null;
  if (open === 0) return null;
  const mine = refused?.values.intent === 'accept-all' ? refused : null;
  const count = Math.min(open, MOST_TOGETHER);
  return (
    <Section
      id="one-risk"
      title={t('proposals.oneRiskTitle', { count: open })}
      lead={narrowed ? t('proposals.narrowed') : undefined}
    >
      <AppForm
        refused={mine}
        intent="accept-all"
        label={t('proposals.oneRiskTitle', { count: open })}
        confirming
      >
        <input type="hidden" name="expected" value={open} />
        <p>{t('proposals.oneRiskText')}</p>
        <p>{t('proposals.oneRiskPreview', { kinds: kindsOf(pair) })}</p>
        {open > MOST_TOGETHER && <p>{t('proposals.tooMany', { count: MOST_TOGETHER })}</p>}
        <FormActions>
          {sharedRisk && (
            <SubmitButton name="riskId" value={sharedRisk.id}>
              {t('proposals.oneRiskAdd', { count, number: String(sharedRisk.number) })}
            </SubmitButton>
          )}
          <SubmitButton variant={sharedRisk ? 'default' : 'filled'}>
            {t('proposals.oneRisk', { count })}
          </SubmitButton>
        </FormActions>
      </AppForm>
    </Section>
  );
}

function TakeBack({ dismissed }: { dismissed: number }) {
  const count = Math.min(dismissed, MOST_TOGETHER);
  return (
    <ConfirmDialog
      label={t('proposals.restoreAll', { count })}
      title={t('proposals.restoreAllTitle')}
      consequence={<p>{t('proposals.restoreAllText', { count })}</p>}
      confirmLabel={t('proposals.restoreAll', { count })}
      fields={{ intent: 'restore-all' }}
      seen={{ expected: dismissed }}
    />
  );
}

function kindsOf({ kinds }: ProposedPair): string {
  return kinds
    .filter(({ open }) => open > 0)
    .map(({ kind, open }) => `${kindWord(kind)} ${numberFormat().format(open)}`)
    .join(', ');
}
