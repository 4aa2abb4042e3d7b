import type { Reply } from '~/api/reply';
import styles from '~/features/inventory/inventory.module.css';
import { t } from '~/messages';
import { DataTable } from '~/ui/table/data-table';
import { ButtonLink } from '~/ui/text/button-link';
import { Section } from '~/ui/text/section';
import { vulnerabilityColumns } from './vulnerability-columns';

interface AssetVulnerabilitiesProps {
  assetId: string;
  /** The open ones, the worst first; null for those who may not see them. */
  open: Reply<'/api/v1/vulnerabilities', 'get'> | null;
}

/** What scanners found on the asset whose page this is. */
export function AssetVulnerabilities({ assetId, open }: AssetVulnerabilitiesProps) {
  if (!open) return null;
  return (
    <Section
      id="vulnerabilities"
      title={t('vulnerabilities.onAsset')}
      lead={t('vulnerabilities.onAssetLead')}
      flush={open.items.length > 0}
      actions={
        <ButtonLink to={`/inventory/vulnerabilities?assetId=${assetId}`} variant="default">
          {t('vulnerabilities.onAssetAll')}
        </ButtonLink>
      }
    >
      <DataTable
        plain
        caption={t('vulnerabilities.onAsset')}
        columns={vulnerabilityColumns(true)}
        rows={open.items}
        rowKey={({ id }) => id}
        empty={<p className={styles.quiet}>{t('vulnerabilities.onAssetNone')}</p>}
      />
    </Section>
  );
}
