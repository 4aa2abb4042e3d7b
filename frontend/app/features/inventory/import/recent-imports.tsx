import { Link } from 'react-router';
import { t } from '~/messages';
import { numberFormat } from '~/messages/formats';
import { DataTable, type Column } from '~/ui/table/data-table';
import { TableExport } from '~/ui/table/table-export';
import { DateText } from '~/ui/text/date-text';
import { Section } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import type { ImportLists } from './import-lists';
import { STATUS_TONES, type ImportSummary } from './import-types';

export function RecentImports({ of, imports }: { of: ImportLists; imports: ImportSummary[] }) {
  if (imports.length === 0) return null;
  return (
    <Section
      title={t('assetImport.recent')}
      flush
      actions={<TableExport files={{ list: of.api, filters: {} }} />}
    >
      <DataTable
        plain
        caption={t('assetImport.recent')}
        columns={columns(of)}
        rows={imports}
        rowKey={({ id }) => id}
        empty={null}
      />
    </Section>
  );
}

function columns(of: ImportLists): Column<ImportSummary>[] {
  return [
    {
      key: 'file',
      header: t('assetImport.recentFile'),
      cell: (list) => <Link to={`${of.page}/${list.id}`}>{list.fileName}</Link>,
    },
    {
      key: 'status',
      header: t('assetImport.status'),
      cell: (list) => (
        <StatusBadge tone={STATUS_TONES[list.status]}>{t(`assetImport.status_${list.status}`)}</StatusBadge>
      ),
    },
    {
      key: 'rows',
      header: t('assetImport.recentRows'),
      align: 'end',
      cell: (list) => numberFormat().format(list.rowCount),
    },
    { key: 'by', header: t('assetImport.recentBy'), nowrap: true, cell: (list) => list.createdByName },
    {
      key: 'when',
      header: t('assetImport.recentWhen'),
      nowrap: true,
      cell: (list) => <DateText at={list.createdAt} />,
    },
  ];
}
