import { Link } from 'react-router';
import { t } from '~/messages';
import { numberFormat } from '~/messages/formats';
import { DataTable, type Column } from '~/ui/table/data-table';
import { TableExport } from '~/ui/table/table-export';
import { DateText } from '~/ui/text/date-text';
import { Section } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import { SCAN_STATUS_TONES, type ScanSummary } from './scan-types';

export function RecentScans({ scans }: { scans: ScanSummary[] }) {
  if (scans.length === 0) return null;
  return (
    <Section
      title={t('scans.recent')}
      flush
      actions={<TableExport files={{ list: '/api/v1/scans', filters: {} }} />}
    >
      <DataTable
        plain
        caption={t('scans.recent')}
        columns={columns()}
        rows={scans}
        rowKey={({ id }) => id}
        empty={null}
      />
    </Section>
  );
}

function columns(): Column<ScanSummary>[] {
  return [
    {
      key: 'file',
      header: t('scans.recentFile'),
      cell: ({ id, fileName }) => <Link to={`/inventory/scans/${id}`}>{fileName}</Link>,
    },
    {
      key: 'status',
      header: t('scans.status'),
      cell: ({ status }) => (
        <StatusBadge tone={SCAN_STATUS_TONES[status]}>{t(`scans.status_${status}`)}</StatusBadge>
      ),
    },
    {
      key: 'results',
      header: t('scans.recentResults'),
      align: 'end',
      cell: ({ rowCount }) => numberFormat().format(rowCount),
    },
    {
      key: 'scanned',
      header: t('scans.scannedOn'),
      nowrap: true,
      cell: ({ scannedOn }) => <DateText on={scannedOn} />,
    },
    { key: 'by', header: t('scans.recentBy'), nowrap: true, cell: ({ createdByName }) => createdByName },
    {
      key: 'when',
      header: t('scans.recentWhen'),
      nowrap: true,
      cell: ({ createdAt }) => <DateText at={createdAt} />,
    },
  ];
}
