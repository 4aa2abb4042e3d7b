import { NativeSelect } from '@mantine/core';
import importStyles from '~/features/inventory/import/import.module.css';
import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { useField } from '~/ui/form/form-context';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { ButtonLink } from '~/ui/text/button-link';
import { Section } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import { SEVERITY_TONES, severityLabel } from '../labels';
import styles from '../vulnerabilities.module.css';
import type { Scan, ScanHost } from './scan-types';

interface AssetChoice {
  id: string;
  tag: string;
  name: string;
}

interface ScanHostsProps {
  scan: Scan;
  hosts: ScanHost[];
  /** Mark of the next page of hosts. */
  next: string | null;
  assets: AssetChoice[];
  refused?: RefusedForm | null;
}

/** Which asset each host is, those first of which nothing tells it. */
export function ScanHosts({ scan, hosts, next, assets, refused }: ScanHostsProps) {
  if (hosts.length === 0) return null;
  return (
    <Section id="hosts" title={t('scans.hosts')} lead={t('scans.hostsLead')}>
      <AppForm refused={refused} intent="hosts" version={scan.version} label={t('scans.hosts')}>
        <div className={importStyles.columns}>
          {hosts.map((host, index) => (
            <HostRow key={host.host} host={host} index={index} assets={assets} />
          ))}
        </div>
        <FormActions>
          <SubmitButton>{t('scans.hostsSave')}</SubmitButton>
          {next && (
            <ButtonLink to={`?hosts=${next}#hosts`} variant="default">
              {t('scans.hostsMore')}
            </ButtonLink>
          )}
        </FormActions>
      </AppForm>
    </Section>
  );
}

function HostRow({ host, index, assets }: { host: ScanHost; index: number; assets: AssetChoice[] }) {
  const field = useField(`hosts.${index}.assetId`);
  const was = host.asset?.id ?? '';
  // One that the list of choices does not reach is still the one that is chosen.
  const listed = host.asset && !assets.some(({ id }) => id === was) ? [host.asset, ...assets] : assets;
  const because = host.matchedBy
    ? t(`scans.matched_${host.matchedBy}`)
    : t(`scans.unmatched_${host.unmatchedBecause ?? 'unknown'}`);
  return (
    <div className={importStyles.column}>
      <div className={importStyles.columnName}>
        <strong>{host.host}</strong>
        {host.aliases.length > 0 && <span className={importStyles.samples}>{host.aliases.join(' · ')}</span>}
        <span className={styles.about}>
          {host.worst && (
            <StatusBadge tone={SEVERITY_TONES[host.worst]}>{severityLabel(host.worst)}</StatusBadge>
          )}
          {t('scans.results', { count: host.rows })}
        </span>
      </div>
      <div>
        <input type="hidden" name="host" value={host.host} />
        <input type="hidden" name={`hosts.${index}.was`} value={was} />
        <NativeSelect
          id={field.id}
          key={was}
          name={field.name}
          aria-label={t('scans.hostAssetFor', { host: host.host })}
          error={field.error}
          defaultValue={field.typed ?? was}
          data={[
            { value: '', label: t('scans.hostNone') },
            ...listed.map(({ id, tag, name }) => ({ value: id, label: `${name} (${tag})` })),
          ]}
        />
        <span className={styles.quiet}>{because}</span>
      </div>
    </div>
  );
}
