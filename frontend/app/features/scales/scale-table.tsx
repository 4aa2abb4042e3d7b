import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { t } from '~/messages';
import { useCan } from '~/session/session';
import { DataTable, type Column } from '~/ui/table/data-table';
import type { ListFiles } from '~/ui/table/list-address';
import type { TablePage } from '~/ui/table/table-footer';
import { dayText } from '~/ui/text/date-text';
import { StatusBadge } from '~/ui/text/status-badge';
import { SCALE_TONE, scaleStatusWord, type ScaleItem } from './words';

const COLUMNS: Column<ScaleItem>[] = [
  {
    key: 'title',
    header: t('scales.name'),
    cell: ({ id, title }) => <Link to={`/settings/risk-scales/${id}`}>{title}</Link>,
  },
  { key: 'number', header: t('scales.version'), align: 'end', cell: ({ number }) => number },
  {
    key: 'status',
    header: t('scales.status'),
    cell: ({ status }) => <StatusBadge tone={SCALE_TONE[status]}>{scaleStatusWord(status)}</StatusBadge>,
  },
  { key: 'size', header: t('scales.size'), cell: ({ size }) => t('scales.sizeOf', size) },
  {
    key: 'adopted',
    header: t('scales.adopted'),
    cell: ({ adoptedBy, adoptedOn }) =>
      adoptedBy && adoptedOn && t('scales.adoptedBy', { name: adoptedBy.name, on: dayText(adoptedOn) }),
  },
  { key: 'analyses', header: t('scales.analyses'), align: 'end', cell: ({ analyses }) => analyses },
];

interface ScaleTableProps {
  scales: ScaleItem[];
  /** What the list was asked for, so that its file holds the same. */
  filters?: ListFiles['filters'];
  page?: TablePage;
  empty?: ReactNode;
}

/** Own scales, a row for each version. */
export function ScaleTable({ scales, filters = {}, page, empty = null }: ScaleTableProps) {
  const mayExport = useCan('scale:export');
  return (
    <DataTable
      caption={t('scales.caption')}
      files={mayExport ? { list: '/api/v1/risk-scales', filters } : undefined}
      columns={COLUMNS}
      rows={scales}
      page={page}
      rowKey={({ id }) => id}
      empty={empty}
    />
  );
}
