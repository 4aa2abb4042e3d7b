import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { t } from '~/messages';
import { DataTable, type Column } from '~/ui/table/data-table';
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

/** Own scales, a row for each version. */
export function ScaleTable({ scales, empty = null }: { scales: ScaleItem[]; empty?: ReactNode }) {
  return (
    <DataTable
      plain
      caption={t('scales.caption')}
      columns={COLUMNS}
      rows={scales}
      rowKey={({ id }) => id}
      empty={empty}
    />
  );
}
