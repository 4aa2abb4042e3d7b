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
import type { Scan, ScanHost } from './scan-types';

interface ScanHostsProps {
  scan: Scan;
  hosts: ScanHost[];
  /** Address of the next page of hosts. */
  next: string | null;
  /** The first assets, to begin with. */
  assets: readonly NamedRecord[];
  refused?: RefusedForm | null;
}

/** Which asset each host is, those first of which nothing tells it. */
export function ScanHosts({ scan, hosts, next, assets, refused }: ScanHostsProps) {
  const listId = useId();
  if (hosts.length === 0) return null;
  return (
    <Section id="hosts" title={t('scans.hosts')} lead={t('scans.hostsLead')}>
      <AppForm refused={refused} intent="hosts" version={scan.version} label={t('scans.hosts')}>
        <RecordList id={listId} choices={assets} />
        <div className={importStyles.columns}>
          {hosts.map((host, index) => (
            <AssetRow
              key={host.host}
              list="hosts"
              index={index}
              id={host.host}
              name={host.host}
              also={host.aliases.join(' · ')}
              results={t('scans.results', { count: host.rows })}
              worst={host.worst}
              asset={host.asset}
              label={t('scans.hostAssetFor', { host: host.host })}
              because={because(host)}
              sharedList={listId}
            />
          ))}
        </div>
        <FormActions>
          <SubmitButton>{t('scans.hostsSave')}</SubmitButton>
          {next && (
            <ButtonLink to={next} variant="default">
              {t('scans.hostsMore')}
            </ButtonLink>
          )}
        </FormActions>
      </AppForm>
    </Section>
  );
}

function because({ matchedBy, unmatchedBecause }: ScanHost): string {
  return matchedBy ? t(`scans.matched_${matchedBy}`) : t(`scans.unmatched_${unmatchedBecause ?? 'unknown'}`);
}
