import { t } from '~/messages';
import { ConfirmDialog } from '~/ui/feedback/confirm-dialog';
import { DateField, TextAreaField } from '~/ui/form/fields';
import { DateText, dayText } from '~/ui/text/date-text';
import { Facts, Section } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import styles from './risk-acceptances.module.css';
import { ACCEPTANCE_TONE, acceptanceWord, type Risk } from './words';

type Acceptance = Risk['acceptances'][number];

/** Who let the risk stay as it is, until when, and whether that still fits. */
export function RiskAcceptances({ risk }: { risk: Risk }) {
  const { acceptances, treatment, allowedActions } = risk;
  if (treatment !== 'accept' && acceptances.length === 0) return null;
  const has = (which: Acceptance['standing']) => acceptances.some(({ standing }) => standing === which);
  const isInForce = has('in-force');
  // What holds needs nobody, unless it is to be extended and waits, or nobody could extend it.
  const isOpen = !isInForce || has('asked') || risk.acceptanceApprovers?.length === 0;
  return (
    <Section
      id="acceptance"
      title={t('risks.acceptancesTitle')}
      lead={t('risks.acceptancesLead')}
      actions={
        allowedActions.includes('ask-acceptance') && (
          <Ask risk={risk} label={t(isInForce ? 'risks.askAcceptanceAgain' : 'risks.askAcceptance')} />
        )
      }
    >
      {acceptances.length === 0 && <p>{t('risks.acceptanceNone')}</p>}
      {isOpen && <Approvers approvers={risk.acceptanceApprovers} />}
      <ol className={styles.list}>
        {acceptances.map((acceptance) => (
          <li key={acceptance.id}>
            <One acceptance={acceptance} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Said before anybody asks or waits in vain. */
function Approvers({ approvers }: { approvers: Risk['acceptanceApprovers'] }) {
  if (!approvers) return null;
  if (approvers.length === 0) return <p>{t('risks.acceptanceNoApprover')}</p>;
  return <p>{t('risks.acceptanceApprovers', { names: approvers.map(({ name }) => name).join(', ') })}</p>;
}

function One({ acceptance }: { acceptance: Acceptance }) {
  const { standing, changedFields, decidedBy, decisionNote } = acceptance;
  const changed = [...new Set(changedFields.map(fieldWord))].join(', ');
  const rows = [
    { name: t('risks.acceptanceReason'), value: acceptance.reason },
    { name: t('risks.acceptanceUntil'), value: <DateText on={acceptance.untilOn} /> },
    {
      name: t('risks.acceptanceAskedBy'),
      value: (
        <>
          {acceptance.askedBy.name}, <DateText at={acceptance.askedAt} />
        </>
      ),
    },
    decidedBy && {
      name: t('risks.acceptanceDecidedBy'),
      value: (
        <>
          {decidedBy.name}, <DateText at={acceptance.decidedAt} />
        </>
      ),
    },
    decisionNote !== '' && { name: t('risks.acceptanceNote'), value: decisionNote },
    standing !== 'withdrawn' && {
      name: t('risks.acceptanceHash'),
      value: <code className={styles.hash}>{acceptance.stateHash}</code>,
    },
  ];
  return (
    <article className={styles.one}>
      <p className={styles.head}>
        <StatusBadge tone={ACCEPTANCE_TONE[standing]}>{acceptanceWord(standing)}</StatusBadge>
        {changed !== '' && <span>{t('risks.acceptanceChanged', { fields: changed })}</span>}
      </p>
      <Facts rows={rows.filter((row) => row !== false && row !== null)} />
      <div className={styles.moves}>
        {acceptance.allowedActions.map((decision) => (
          <Decide key={decision} decision={decision} acceptance={acceptance} />
        ))}
      </div>
    </article>
  );
}

function Ask({ risk, label }: { risk: Risk; label: string }) {
  return (
    <ConfirmDialog
      label={label}
      title={t('risks.askAcceptanceTitle')}
      consequence={<p>{t('risks.askAcceptanceText')}</p>}
      confirmLabel={label}
      fields={{ intent: 'ask-acceptance', version: risk.version }}
    >
      <TextAreaField
        name="reason"
        label={t('risks.acceptanceReason')}
        hint={t('risks.acceptanceReasonHint')}
        defaultValue={risk.treatmentReason}
        rows={3}
        maxLength={2_000}
        required
      />
      <DateField
        name="untilOn"
        label={t('risks.acceptanceUntil')}
        hint={t('risks.acceptanceUntilHint')}
        required
      />
    </ConfirmDialog>
  );
}

function Decide({
  decision,
  acceptance,
}: {
  decision: Acceptance['allowedActions'][number];
  acceptance: Acceptance;
}) {
  const until = dayText(acceptance.untilOn);
  return (
    <ConfirmDialog
      label={t(`risks.acceptanceDo_${decision}`)}
      title={t(`risks.acceptanceDoTitle_${decision}`)}
      consequence={<p>{t(`risks.acceptanceDoText_${decision}`, { until })}</p>}
      confirmLabel={t(`risks.acceptanceDo_${decision}`)}
      variant={decision === 'approve' ? 'filled' : 'default'}
      fields={{
        intent: 'decide-acceptance',
        decision,
        acceptanceId: acceptance.id,
        version: acceptance.version,
      }}
    >
      <TextAreaField
        name="note"
        label={t('risks.acceptanceNote')}
        rows={2}
        maxLength={2_000}
        required={decision === 'refuse'}
      />
    </ConfirmDialog>
  );
}

/** Fields of the risk by the words of its form. */
function fieldWord(field: string): string {
  const words: Record<string, string> = {
    title: t('risks.name'),
    description: t('risks.description'),
    subject: t('risks.subject'),
    further: t('risks.concerns'),
    safeguards: t('risks.safeguardsTitle'),
    safeguardIds: t('risks.safeguardChoices'),
    inherentLikelihood: t('audit.field_inherentLikelihood'),
    inherentImpact: t('audit.field_inherentImpact'),
    inherentLevel: t('risks.inherentLevel'),
    residualLevel: t('risks.residualLevel'),
    residualLikelihood: t('audit.field_residualLikelihood'),
    residualImpact: t('audit.field_residualImpact'),
    ratingReason: t('risks.ratingReason'),
    treatment: t('risks.treatment'),
    treatmentReason: t('risks.treatmentReason'),
  };
  return words[field] ?? field;
}
