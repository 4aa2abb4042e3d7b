import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { t } from '~/messages';
import { numberFormat } from '~/messages/formats';
import { useCan } from '~/session/session';
import { asOfFilter } from '~/ui/table/as-of';
import { DataTable, type Column } from '~/ui/table/data-table';
import { useListFilters, type ListFilter } from '~/ui/table/list-filters';
import type { TablePage } from '~/ui/table/table-footer';
import { DateText } from '~/ui/text/date-text';
import { SeverityBadge, StateBadge } from './incident-badges';
import {
  choicesOf,
  KINDS,
  kindWord,
  SEVERITIES,
  severityWord,
  STATES,
  stateWord,
  type IncidentItem,
} from './incident-words';
import styles from './incidents.module.css';

export const INCIDENT_FILTERS = ['q', 'state', 'open', 'kind', 'severity', 'drills', 'asOf'] as const;

interface IncidentTableProps {
  incidents: IncidentItem[];
  page: TablePage;
  /** The filters and the order that are set, for the file. */
  exported: Partial<Record<string, string>>;
  empty: ReactNode;
}

export function IncidentTable({ incidents, page, exported, empty }: IncidentTableProps) {
  const mayExport = useCan('incident:export');
  return (
    <DataTable
      caption={t('incidents.caption')}
      columns={columns()}
      rows={incidents}
      rowKey={({ id }) => id}
      page={page}
      {...useListFilters(filters())}
      files={mayExport ? { list: '/api/v1/incidents', filters: exported } : undefined}
      empty={empty}
    />
  );
}

function filters(): ListFilter[] {
  const yesOrNo = [
    { value: 'true', label: t('incidents.filterYes') },
    { value: 'false', label: t('incidents.filterNo') },
  ];
  return [
    { kind: 'search', name: 'q', label: t('incidents.searchLabel') },
    { kind: 'choice', name: 'open', label: t('incidents.filterOpen'), choices: yesOrNo },
    {
      kind: 'choice',
      name: 'state',
      label: t('incidents.tableState'),
      choices: choicesOf(STATES, stateWord),
    },
    {
      kind: 'choice',
      name: 'kind',
      label: t('incidents.tableKind'),
      choices: choicesOf(KINDS, kindWord),
      more: true,
    },
    {
      kind: 'choice',
      name: 'severity',
      label: t('incidents.tableSeverity'),
      choices: choicesOf(SEVERITIES, severityWord),
      more: true,
    },
    { kind: 'choice', name: 'drills', label: t('incidents.isDrill'), choices: yesOrNo, more: true },
    asOfFilter(),
  ];
}

function columns(): Column<IncidentItem>[] {
  return [
    {
      key: 'title',
      header: t('incidents.tableIncident'),
      cell: ({ id, number, title, kind, nextDueOn }) => (
        <span className={styles.named}>
          <Link to={`/incidents/${id}`}>
            {t('incidents.number', { number })} {title}
          </Link>
          <span className={styles.quiet}>{kindWord(kind)}</span>
          {nextDueOn && (
            <span className={styles.onPhone}>
              {t('incidents.tableDue')}: <DateText on={nextDueOn} />
            </span>
          )}
        </span>
      ),
    },
    { key: 'state', header: t('incidents.tableState'), cell: ({ state }) => <StateBadge state={state} /> },
    {
      key: 'severity',
      header: t('incidents.tableSeverity'),
      cell: ({ severity }) => <SeverityBadge severity={severity} />,
    },
    {
      key: 'due',
      header: t('incidents.tableDue'),
      nowrap: true,
      cell: ({ nextDueOn }) => <DateText on={nextDueOn} empty={t('incidents.noneDue')} />,
    },
    {
      key: 'individuals',
      header: t('incidents.tableIndividuals'),
      align: 'end',
      cell: ({ individuals }) =>
        individuals === null ? t('incidents.notCounted') : numberFormat().format(individuals),
    },
    {
      key: 'commander',
      header: t('incidents.tableCommander'),
      cell: ({ commander }) => commander?.name ?? t('incidents.nobodyYet'),
    },
    {
      key: 'reported',
      header: t('incidents.tableReported'),
      nowrap: true,
      sort: 'reportedAt',
      cell: ({ reportedAt }) => <DateText at={reportedAt} />,
    },
  ];
}
