import { NativeSelect } from '@mantine/core';
import importStyles from '~/features/inventory/import/import.module.css';
import styles from '~/features/inventory/inventory.module.css';
import { t } from '~/messages';
import { numberFormat } from '~/messages/formats';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { useField } from '~/ui/form/form-context';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { DataTable, type Column } from '~/ui/table/data-table';
import { ButtonLink } from '~/ui/text/button-link';
import { Section } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import { SEVERITY_TONES, severityLabel } from '../labels';
import type { Scan, ScanHost } from './scan-types';

type NumberedHost = ScanHost & { index: number };
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
  const numbered = hosts.map((host, index) => ({ ...host, index }));
  return (
    <Section id="hosts" title={t('scans.hosts')} lead={t('scans.hostsLead')} flush>
      <AppForm refused={refused} intent="hosts" version={scan.version} label={t('scans.hosts')}>
        <DataTable
          plain
          caption={t('scans.hostsCaption', { file: scan.fileName })}
          columns={columns(assets)}
          rows={numbered}
          rowKey={({ host }) => host}
          empty={null}
        />
        <div className={importStyles.hostActions}>
          <FormActions>
            <SubmitButton>{t('scans.hostsSave')}</SubmitButton>
            {next && (
              <ButtonLink to={`?hosts=${next}#hosts`} variant="default">
                {t('scans.hostsMore')}
              </ButtonLink>
            )}
          </FormActions>
        </div>
      </AppForm>
    </Section>
  );
}

function columns(assets: AssetChoice[]): Column<NumberedHost>[] {
  return [
    {
      key: 'host',
      header: t('scans.host'),
      cell: ({ host, aliases }) => (
        <span className={styles.asset}>
          {host}
          {aliases.length > 0 && <span className={styles.quiet}>{aliases.join(', ')}</span>}
        </span>
      ),
    },
    {
      key: 'rows',
      header: t('scans.hostResults'),
      align: 'end',
      cell: ({ rows }) => numberFormat().format(rows),
    },
    {
      key: 'worst',
      header: t('scans.hostWorst'),
      nowrap: true,
      cell: ({ worst }) =>
        worst && <StatusBadge tone={SEVERITY_TONES[worst]}>{severityLabel(worst)}</StatusBadge>,
    },
    {
      key: 'asset',
      header: t('scans.hostAsset'),
      width: '20rem',
      cell: (host) => <AssetOfHost host={host} assets={assets} />,
    },
  ];
}

function AssetOfHost({ host, assets }: { host: NumberedHost; assets: AssetChoice[] }) {
  const field = useField(`hosts.${host.index}.assetId`);
  const was = host.asset?.id ?? '';
  // One that the list of choices does not reach is still the one that is chosen.
  const listed = host.asset && !assets.some(({ id }) => id === was) ? [host.asset, ...assets] : assets;
  const because = host.matchedBy
    ? t(`scans.matched_${host.matchedBy}`)
    : t(`scans.unmatched_${host.unmatchedBecause ?? 'unknown'}`);
  return (
    <span className={styles.asset}>
      <input type="hidden" name="host" value={host.host} />
      <input type="hidden" name={`hosts.${host.index}.was`} value={was} />
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
    </span>
  );
}
