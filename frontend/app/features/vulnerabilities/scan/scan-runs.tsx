import { useId } from 'react';
import importStyles from '~/features/inventory/import/import.module.css';
import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { RecordList } from '~/ui/form/record-field';
import type { NamedRecord } from '~/ui/form/use-choices';
import { ButtonLink } from '~/ui/text/button-link';
import { Section } from '~/ui/text/section';
import { AssetRow } from './asset-row';
import type { Scan, ScanRun } from './scan-types';

interface ScanRunsProps {
  scan: Scan;
  runs: ScanRun[];
  /** Address of the next page of runs. */
  next: string | null;
  /** The first assets, to begin with. */
  assets: readonly NamedRecord[];
  refused?: RefusedForm | null;
}

/** One asset for all results of a run that name none: a scan of code has files and lines, and no host. */
export function ScanRuns({ scan, runs, next, assets, refused }: ScanRunsProps) {
  const listId = useId();
  if (runs.length === 0) return null;
  return (
    <Section id="runs" title={t('scans.runs')} lead={t('scans.runsLead')}>
      <AppForm refused={refused} intent="runs" version={scan.version} label={t('scans.runs')}>
        <RecordList id={listId} choices={assets} />
        <div className={importStyles.columns}>
          {runs.map((run, index) => (
            <AssetRow
              key={run.run}
              list="runs"
              index={index}
              id={String(run.run)}
              name={nameOf(run)}
              also={run.subject && t('scans.runSubject', { subject: run.subject })}
              results={resultsOf(run)}
              worst={run.worst}
              asset={run.asset}
              label={t('scans.runAssetFor', { run: String(run.run) })}
              because={because(run)}
              sharedList={listId}
            />
          ))}
        </div>
        <FormActions>
          <SubmitButton>{t('scans.hostsSave')}</SubmitButton>
          {next && (
            <ButtonLink to={next} variant="default">
              {t('scans.runsMore')}
            </ButtonLink>
          )}
        </FormActions>
      </AppForm>
    </Section>
  );
}

const nameOf = ({ run, tool }: ScanRun) => t('scans.runName', { run: String(run), tool });

function resultsOf({ withoutHost, ofUnknownHosts }: ScanRun): string {
  return [
    withoutHost > 0 && t('scans.runWithoutHost', { count: withoutHost }),
    ofUnknownHosts > 0 && t('scans.runUnknownHosts', { count: ofUnknownHosts }),
  ]
    .filter(Boolean)
    .join(' · ');
}

function because({ matchedBy }: ScanRun): string {
  if (matchedBy === null) return t('scans.runNone');
  return matchedBy === 'run' ? t('scans.matched_given') : t(`scans.matched_${matchedBy}`);
}
