import { IconDeviceDesktopPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { only } from '~/api/only';
import { t } from '~/messages';
import { useCan } from '~/session/session';
import { EmptyState } from '~/ui/feedback/empty-state';
import { DataTable, type Column } from '~/ui/table/data-table';
import { useListFilters } from '~/ui/table/list-filters';
import type { TablePage } from '~/ui/table/table-footer';
import { ButtonLink } from '~/ui/text/button-link';
import { Citation } from '~/ui/text/citation';
import { StatusBadge } from '~/ui/text/status-badge';
import { assetFilters, type AssetFilters } from './asset-filters';
import type { Places } from './asset-fields';
import {
  BACKUP_TONES,
  backupLabel,
  ENCRYPTION_TONES,
  encryptionLabel,
  hostingLabel,
  kindLabel,
  LIFECYCLE_TONES,
  lifecycleLabel,
  type AssetListItem,
} from './labels';
import styles from './inventory.module.css';

const SHOWN = [
  'id',
  'name',
  'tag',
  'kind',
  'holdsEphi',
  'encryptionAtRest',
  'backup',
  'hosting',
  'siteName',
  'ownerName',
  'lifecycle',
] as const;

/** What the table shows of an asset. */
type AssetRow = Pick<AssetListItem, (typeof SHOWN)[number]>;

export const shownOfAsset = (asset: AssetListItem): AssetRow => only(asset, ...SHOWN);

interface AssetTableProps {
  assets: AssetRow[];
  page: TablePage;
  filters: AssetFilters;
  places: Places;
}

export function AssetTable({ assets, page, filters, places }: AssetTableProps) {
  const mayExport = useCan('asset:export');
  return (
    <DataTable
      caption={t('inventory.caption')}
      columns={columns()}
      rows={assets}
      rowKey={(asset) => asset.id}
      page={page}
      {...useListFilters(assetFilters(places))}
      files={mayExport ? { list: '/api/v1/assets', filters } : undefined}
      empty={<NothingListed />}
    />
  );
}

function columns(): Column<AssetRow>[] {
  return [
    {
      key: 'name',
      header: t('inventory.tableAsset'),
      sort: 'name',
      cell: (asset) => (
        <span className={styles.asset}>
          <Link to={`/inventory/assets/${asset.id}`}>{asset.name}</Link>
          <span className={styles.tag}>{asset.tag}</span>
        </span>
      ),
    },
    {
      key: 'kind',
      header: t('inventory.kind'),
      sort: 'kind',
      nowrap: true,
      cell: (asset) => kindLabel(asset.kind),
    },
    {
      key: 'ephi',
      header: t('inventory.tableEphi'),
      cell: (asset) =>
        asset.holdsEphi ? (
          <StatusBadge tone="info">{t('inventory.yes')}</StatusBadge>
        ) : (
          <StatusBadge>{t('inventory.no')}</StatusBadge>
        ),
    },
    {
      key: 'encryption',
      header: t('inventory.tableAtRest'),
      cell: (asset) => (
        <StatusBadge tone={ENCRYPTION_TONES[asset.encryptionAtRest]}>
          {encryptionLabel(asset.encryptionAtRest)}
        </StatusBadge>
      ),
    },
    {
      key: 'backup',
      header: t('inventory.backup'),
      cell: (asset) => (
        <StatusBadge tone={BACKUP_TONES[asset.backup]}>{backupLabel(asset.backup)}</StatusBadge>
      ),
    },
    {
      key: 'where',
      header: t('inventory.tableWhere'),
      cell: (asset) => (
        <span className={styles.asset}>
          {hostingLabel(asset.hosting)}
          {asset.siteName && <span className={styles.quiet}>{asset.siteName}</span>}
        </span>
      ),
    },
    { key: 'owner', header: t('inventory.owner'), cell: (asset) => asset.ownerName },
    {
      key: 'lifecycle',
      header: t('inventory.lifecycle'),
      cell: (asset) => (
        <StatusBadge tone={LIFECYCLE_TONES[asset.lifecycle]}>{lifecycleLabel(asset.lifecycle)}</StatusBadge>
      ),
    },
  ];
}

function NothingListed() {
  const mayWrite = useCan('asset:write');
  return (
    <EmptyState
      icon={IconDeviceDesktopPlus}
      title={t('inventory.emptyTitle')}
      actions={
        mayWrite && (
          <>
            <ButtonLink to="/inventory/assets/new">{t('inventory.add')}</ButtonLink>
            <ButtonLink to="/inventory/import" variant="default">
              {t('inventory.import')}
            </ButtonLink>
          </>
        )
      }
    >
      <p>{t('inventory.emptyText')}</p>
      <p>
        {t('inventory.emptyGuidance')} <Citation text="45 CFR 164.308(a)(1)(ii)(A)" />
      </p>
    </EmptyState>
  );
}
