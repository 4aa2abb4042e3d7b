import { t } from '~/messages';
import { ConfirmDialog } from '~/ui/feedback/confirm-dialog';
import type { RefusedForm } from '~/ui/form/app-form';
import { TextAreaField } from '~/ui/form/fields';
import { DateText } from '~/ui/text/date-text';
import { Section } from '~/ui/text/section';
import { StatusBadge, type Tone } from '~/ui/text/status-badge';
import { DeterminationContent } from './determination-content';
import { DeterminationForm } from './determination-form';
import type { Determination } from './incident-words';
import styles from './incidents.module.css';

const TONE: Record<Determination['status'], Tone> = {
  draft: 'neutral',
  signed: 'warn',
  countersigned: 'good',
  superseded: 'neutral',
};

interface DeterminationSectionProps {
  determination: Determination;
  refused: RefusedForm | null;
}

/** One determination: a form while it is a draft, then what was signed and by whom. */
export function DeterminationSection({ determination, refused }: DeterminationSectionProps) {
  const { id, number, status, allowedActions, version } = determination;
  const may = (what: Determination['allowedActions'][number]) => allowedActions.includes(what);
  const fields = (intent: string) => ({ intent, determinationId: id, version });
  return (
    <Section
      title={t('incidents.determination', { number })}
      actions={<StatusBadge tone={TONE[status]}>{t(`incidents.detStatus_${status}`)}</StatusBadge>}
    >
      {may('save') ? (
        <DeterminationForm
          determination={determination}
          refused={refused?.values.intent === 'save' ? refused : null}
        />
      ) : (
        <DeterminationContent content={determination.content} />
      )}
      <Signatures determination={determination} />
      <Missing determination={determination} />
      <div className={styles.buttons}>
        {may('sign') && (
          <ConfirmDialog
            label={t('incidents.detSign')}
            title={t('incidents.detSignTitle')}
            consequence={
              <>
                <p>{t('incidents.detSignConsequence')}</p>
                <p>{t('incidents.detSignFirst')}</p>
              </>
            }
            confirmLabel={t('incidents.detSign')}
            fields={fields('decides')}
          />
        )}
        {may('countersign') && (
          <ConfirmDialog
            label={t('incidents.detCountersign')}
            title={t('incidents.detCountersignTitle')}
            consequence={t('incidents.detCountersignConsequence')}
            confirmLabel={t('incidents.detCountersign')}
            variant="filled"
            fields={fields('countersigns')}
          />
        )}
        {may('return') && (
          <ConfirmDialog
            label={t('incidents.detReturn')}
            title={t('incidents.detReturnTitle')}
            consequence={t('incidents.detReturnConsequence')}
            confirmLabel={t('incidents.detReturn')}
            fields={fields('returns')}
          >
            <TextAreaField name="reason" label={t('incidents.reason')} rows={2} maxLength={2_000} required />
          </ConfirmDialog>
        )}
        {may('supersede') && (
          <ConfirmDialog
            label={t('incidents.detSupersede')}
            title={t('incidents.detSupersedeTitle')}
            consequence={t('incidents.detSupersedeConsequence')}
            confirmLabel={t('incidents.detSupersede')}
            variant="subtle"
            fields={{ intent: 'supersede', determinationId: id }}
          />
        )}
      </div>
    </Section>
  );
}

function Signatures({ determination }: { determination: Determination }) {
  const { signedBy, signedAt, countersignedBy, countersignedAt, contentHash } = determination;
  if (!signedBy) return null;
  return (
    <div className={styles.signed}>
      <span>
        {t('incidents.signedBy', { name: signedBy.name })}, <DateText at={signedAt} />
      </span>
      {countersignedBy && (
        <span>
          {t('incidents.countersignedBy', { name: countersignedBy.name })}, <DateText at={countersignedAt} />
        </span>
      )}
      <span className={styles.hash}>
        {t('incidents.fingerprint')} {contentHash}
      </span>
    </div>
  );
}

function Missing({ determination: { missing, status } }: { determination: Determination }) {
  const said = [...new Set(Object.values(missing))];
  if (status !== 'draft' || said.length === 0) return null;
  return (
    <>
      <p className={styles.phase}>{t('incidents.detMissing')}</p>
      <ul>
        {said.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </>
  );
}
