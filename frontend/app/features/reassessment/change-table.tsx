import type { ReactNode } from 'react';
import { t } from '~/messages';
import { useCan } from '~/session/session';
import { DataTable, type Column } from '~/ui/table/data-table';
import { useListFilters, type ListFilter } from '~/ui/table/list-filters';
import type { TablePage } from '~/ui/table/table-footer';
import { DateText } from '~/ui/text/date-text';
import { StatusBadge } from '~/ui/text/status-badge';
import { ChangeText, DecisionText } from './change-text';
import { changeKindLabel, changeStateLabel, KINDS, STATE_TONES, STATES, type Change } from './words';

export const CHANGE_FILTERS = ['q', 'state', 'kind', 'assetId', 'vendorId', 'flowId'] as const;

interface ChangeTableProps {
  changes: Change[];
  page: TablePage;
  /** The filters and the order that are set, for the file. */
  exported: Partial<Record<string, string>>;
  empty: ReactNode;
}

export function ChangeTable({ changes, page, exported, empty }: ChangeTableProps) {
  const mayExport = useCan('change:export');
  return (
    <DataTable
      caption={t('reassessment.caption')}
      columns={changeColumns()}
      rows={changes}
      rowKey={({ id }) => id}
      page={page}
      {...useListFilters(filters())}
      files={mayExport ? { list: '/api/v1/environment-changes', filters: exported } : undefined}
      empty={empty}
    />
  );
}

function filters(): ListFilter[] {
  const linked = { kind: 'linked', value: t('reassessment.thisOne') } as const;
  return [
    { kind: 'search', name: 'q', label: t('reassessment.searchLabel') },
    {
      kind: 'choice',
      name: 'state',
      label: t('reassessment.filterState'),
      choices: STATES.map((value) => ({ value, label: changeStateLabel(value) })),
    },
    {
      kind: 'choice',
      name: 'kind',
      label: t('reassessment.filterKind'),
      choices: KINDS.map((value) => ({ value, label: changeKindLabel(value) })),
    },
    { ...linked, name: 'assetId', label: t('reassessment.filterAsset') },
    { ...linked, name: 'vendorId', label: t('reassessment.filterVendor') },
    { ...linked, name: 'flowId', label: t('reassessment.filterFlow') },
  ];
}

export function changeColumns(): Column<Change>[] {
  return [
    { key: 'what', header: t('reassessment.what'), cell: (change) => <ChangeText change={change} /> },
    { key: 'kind', header: t('reassessment.kind'), cell: ({ kind }) => changeKindLabel(kind) },
    {
      key: 'when',
      header: t('reassessment.when'),
      sort: 'happenedOn',
      nowrap: true,
      cell: ({ happenedOn }) => <DateText on={happenedOn} />,
    },
    {
      key: 'state',
      header: t('reassessment.state'),
      nowrap: true,
      cell: ({ state }) => <StatusBadge tone={STATE_TONES[state]}>{changeStateLabel(state)}</StatusBadge>,
    },
    {
      key: 'decision',
      header: t('reassessment.decisionMade'),
      cell: (change) => <DecisionText change={change} />,
    },
    {
      key: 'by',
      header: t('reassessment.by'),
      cell: ({ madeBy }) => madeBy?.name ?? t('reassessment.bySystem'),
    },
  ];
}
