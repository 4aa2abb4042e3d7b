import { IconCircleCheck } from '@tabler/icons-react';
import styles from '~/features/inventory/import/import.module.css';
import { Link } from 'react-router';
import { t } from '~/messages';
import { ConfirmDialog } from '~/ui/feedback/confirm-dialog';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { ChoiceField } from '~/ui/form/choice-field';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { ButtonLink } from '~/ui/text/button-link';
import { Section } from '~/ui/text/section';
import { unusable, usable, type Scan } from './scan-types';

/** The yes: how much the scanner looked at, and what to do with what cannot be used. */
export function ScanCommit({ scan, refused }: { scan: Scan; refused?: RefusedForm | null }) {
  const out = unusable(scan);
  return (
    <Section id="commit" title={t('scans.commit')} lead={t('scans.commitWhat')}>
      {usable(scan) === 0 || scan.missing.length > 0 ? (
        <p className={styles.nothing}>{t('scans.commitNothing')}</p>
      ) : (
        <AppForm refused={refused} intent="commit" version={scan.version} label={t('scans.commit')}>
          <ChoiceField
            name="coverage"
            legend={t('scans.coverage')}
            defaultValue="part"
            choices={(['part', 'complete'] as const).map((value) => ({
              value,
              label: t(`scans.coverage_${value}`),
              hint: t(`scans.coverage_${value}Hint`),
            }))}
          />
          {out > 0 && (
            <ChoiceField
              name="unusable"
              legend={t('scans.unusable')}
              defaultValue="skip"
              choices={[
                {
                  value: 'skip',
                  label: t('scans.unusable_skip', { count: out }),
                  hint: t('scans.unusable_skipHint'),
                },
                { value: 'all', label: t('scans.unusable_all'), hint: t('scans.unusable_allHint') },
              ]}
            />
          )}
          <FormActions>
            <SubmitButton>{t('scans.commitGo')}</SubmitButton>
          </FormActions>
        </AppForm>
      )}
      <div className={styles.discard}>
        <ConfirmDialog
          label={t('scans.discard')}
          title={t('scans.discardTitle')}
          consequence={t('scans.discardText', { file: scan.fileName })}
          confirmLabel={t('scans.discardConfirm')}
          variant="subtle"
          fields={{ intent: 'discard', version: scan.version }}
        />
      </div>
    </Section>
  );
}

/** What became of it, and where to look. */
export function ScanDone({ scan }: { scan: Scan }) {
  if (!scan.result || scan.status !== 'committed') return null;
  const { repeated = 0, runs = [], ...counts } = scan.result;
  return (
    <Section>
      <div className={styles.done}>
        <IconCircleCheck size={22} aria-hidden />
        <div>
          <p className={styles.doneTitle}>{t('scans.doneTitle')}</p>
          <p>{t('scans.done', counts)}</p>
          {runs.map(({ run, tool, asset, results }) => (
            <p key={run}>
              {t('scans.doneRun', { count: results, run: String(run), tool })}{' '}
              <Link to={`/inventory/assets/${asset.id}`}>{asset.name}</Link>
            </p>
          ))}
          {repeated > 0 && <p>{t('scans.repeated', { count: repeated })}</p>}
          <p className={styles.remark}>{scan.isComplete ? t('scans.doneComplete') : t('scans.donePart')}</p>
          {!scan.allowedActions.includes('undo') && <p className={styles.remark}>{t('scans.undoNever')}</p>}
          <div className={styles.doneActions}>
            <ButtonLink to="/inventory/vulnerabilities">{t('scans.see')}</ButtonLink>
            <ButtonLink to="/inventory/scans" variant="default">
              {t('scans.another')}
            </ButtonLink>
          </div>
        </div>
      </div>
    </Section>
  );
}
