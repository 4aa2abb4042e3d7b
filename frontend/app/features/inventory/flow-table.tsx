import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { t } from '~/messages';
import type { ActiveFilter } from '~/ui/table/filter-chips';
import { DataTable, type Column } from '~/ui/table/data-table';
import type { TablePage } from '~/ui/table/table-footer';
import { StatusBadge } from '~/ui/text/status-badge';
import { ConcernBadges } from './concern-badges';
import { FlowEndText } from './flow-end-text';
import type { ListFiles } from '~/ui/table/list-address';
import { counterpartyLabel, TRANSPORT_TONES, transportLabel, type ShownFlow } from './flow-labels';
import styles from './inventory.module.css';
import { phiLabel } from './labels';

interface FlowTableProps {
  caption: string;
  flows: ShownFlow[];
  empty: ReactNode;
  page?: TablePage;
  filters?: ActiveFilter[];
  filterFields?: ReactNode;
  files?: ListFiles;
  plain?: boolean;
}

/** Flows as rows: on their own page, below the diagram and on the page of an asset. */
export function FlowTable({ flows, ...table }: FlowTableProps) {
  return <DataTable {...table} columns={columns(!table.plain)} rows={flows} rowKey={(flow) => flow.id} />;
}

function columns(sortable: boolean): Column<ShownFlow>[] {
  return [
    {
      key: 'name',
      header: t('dataFlows.tableFlow'),
      sort: sortable ? 'name' : undefined,
      cell: (flow) => (
        <span className={styles.ended}>
          <Link to={`/inventory/flows/${flow.id}`}>{flow.name}</Link>
          <span className={styles.quiet}>{flow.code}</span>
          {!flow.active && <StatusBadge>{t('dataFlows.hasEnded')}</StatusBadge>}
        </span>
      ),
    },
    {
      key: 'from',
      header: t('dataFlows.from'),
      wide: true,
      cell: (flow) => <FlowEndText end={flow.from} />,
    },
    { key: 'to', header: t('dataFlows.to'), wide: true, cell: (flow) => <FlowEndText end={flow.to} /> },
    {
      key: 'concerns',
      header: t('dataFlows.tableConcerns'),
      cell: (flow) => <ConcernBadges concerns={flow.concerns} />,
    },
    {
      key: 'security',
      header: t('dataFlows.tableSecurity'),
      cell: (flow) => (
        <span className={styles.asset}>
          <span>
            <StatusBadge tone={TRANSPORT_TONES[flow.transportSecurity]}>
              {transportLabel(flow.transportSecurity)}
            </StatusBadge>
          </span>
          {flow.transportMethod !== null && <span className={styles.quiet}>{flow.transportMethod}</span>}
        </span>
      ),
    },
    {
      key: 'with',
      header: t('dataFlows.filterCounterparty'),
      cell: (flow) => counterpartyLabel(flow.counterparty),
    },
    {
      key: 'phi',
      header: t('dataFlows.phiTypes'),
      wide: true,
      cell: (flow) => flow.phiTypes.map(phiLabel).join(', '),
    },
  ];
}
