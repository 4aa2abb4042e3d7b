import { Link, useSearchParams } from 'react-router';
import { t } from '~/messages';
import { numberFormat } from '~/messages/formats';
import { Tabs } from '~/ui/shell/tabs';
import { DataTable, type Column } from '~/ui/table/data-table';
import type { TablePage } from '~/ui/table/table-footer';
import { TableFooter } from '~/ui/table/table-footer';
import { Section } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import { columnName } from './column-meaning';
import type { ImportLists } from './import-lists';
import styles from './import.module.css';
import {
  changeLabel,
  OUTCOME_TONES,
  OUTCOMES,
  type ImportRow,
  type ImportView,
  type Outcome,
} from './import-types';

interface PreviewTableProps {
  of: ImportLists;
  list: ImportView;
  rows: ImportRow[];
  page: TablePage;
  outcome: Outcome | null;
}

/** Each row as it stands in the file, with what would become of it and every cell that is bad. */
export function PreviewTable({ of, list, rows, page, outcome }: PreviewTableProps) {
  return (
    <Section
      title={t('assetImport.preview')}
      flush
      actions={
        list.badCellCount > 0 && (
          <a href={`${of.api}/${list.id}/problems.csv`} download>
            {t('assetImport.downloadProblems')}
          </a>
        )
      }
    >
      <OutcomeTabs list={list} outcome={outcome} />
      <DataTable
        plain
        caption={t('assetImport.previewCaption', { file: list.fileName })}
        columns={columns(list)}
        rows={rows}
        rowKey={({ row }) => String(row)}
        empty={<p className={styles.noRows}>{t('assetImport.noRows')}</p>}
      />
      <TableFooter page={page} />
    </Section>
  );
}

function OutcomeTabs({ list, outcome }: { list: ImportView; outcome: Outcome | null }) {
  const [search] = useSearchParams();
  const addressOf = (value: Outcome | null) => {
    const next = new URLSearchParams(search);
    next.delete('cursor');
    if (value) next.set('outcome', value);
    else next.delete('outcome');
    return `?${next}`;
  };
  const total = list.rowCount;
  return (
    <div className={styles.tabs}>
      <Tabs label={t('assetImport.view')}>
        <Link to={addressOf(null)} preventScrollReset aria-current={outcome === null ? 'page' : undefined}>
          {t('assetImport.all')} ({numberFormat().format(total)})
        </Link>
        {OUTCOMES.filter((value) => list.counts[value] > 0).map((value) => (
          <Link
            key={value}
            to={addressOf(value)}
            preventScrollReset
            aria-current={outcome === value ? 'page' : undefined}
          >
            {t(`assetImport.outcome_${value}`)} ({numberFormat().format(list.counts[value])})
          </Link>
        ))}
      </Tabs>
    </div>
  );
}

function columns(list: ImportView): Column<ImportRow>[] {
  const shown = list.columns.filter(({ field }) => field !== null);
  return [
    { key: 'row', header: t('assetImport.row'), cell: (row) => <RowOutcome row={row} /> },
    ...shown.map((column) => ({
      key: String(column.index),
      header: columnName(column),
      cell: (row: ImportRow) => <Cell row={row} index={column.index} />,
    })),
  ];
}

function RowOutcome({ row }: { row: ImportRow }) {
  return (
    <div className={styles.outcome}>
      <span className={styles.rowNumber}>
        {row.row}
        <StatusBadge tone={OUTCOME_TONES[row.outcome]}>{t(`assetImport.outcome_${row.outcome}`)}</StatusBadge>
      </span>
      <RowProblems row={row} />
      {row.changes.length > 0 && (
        <p className={styles.remark}>
          {t('assetImport.changes', { fields: row.changes.map(changeLabel).join(', ') })}
        </p>
      )}
      {row.remarks.map((remark) => (
        <p key={remark} className={styles.remark}>
          {remark}
        </p>
      ))}
    </div>
  );
}

/** Columns that the whole list lacks are spoken of once, above; here only their names. */
function RowProblems({ row: { problems } }: { row: ImportRow }) {
  if (problems.length === 0) return null;
  const lacking = problems.filter(({ column }) => column === null).map(({ heading }) => heading);
  return (
    <ul className={styles.problems}>
      {lacking.length > 0 && <li>{t('assetImport.lacks', { columns: lacking.join(', ') })}</li>}
      {problems
        .filter(({ column }) => column !== null)
        .map(({ heading, reason, column }, index) => (
          <li key={`${column}-${index}`}>{t('assetImport.problem', { heading, reason })}</li>
        ))}
    </ul>
  );
}

function Cell({ row, index }: { row: ImportRow; index: number }) {
  const value = row.cells[index] ?? '';
  const problem = row.problems.find(({ column }) => column === index);
  if (!problem) return <span className={styles.value}>{value}</span>;
  return (
    <mark className={styles.bad} title={problem.reason}>
      {value || '—'}
    </mark>
  );
}
