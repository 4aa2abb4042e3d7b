import { Link, useSearchParams } from 'react-router';
import { t } from '~/messages';
import { numberFormat } from '~/messages/formats';
import { Tabs } from '~/ui/shell/tabs';
import { DataTable, type Column } from '~/ui/table/data-table';
import { TableExport } from '~/ui/table/table-export';
import type { TablePage } from '~/ui/table/table-footer';
import { TableFooter } from '~/ui/table/table-footer';
import { Section } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import { columnName } from './column-meaning';
import type { ImportLists } from './import-lists';
import styles from './import.module.css';
import type { Places } from '../asset-fields';
import {
  changeLabel,
  fieldLabel,
  OUTCOME_TONES,
  OUTCOMES,
  type ImportField,
  type ImportRow,
  type ImportView,
  type Outcome,
} from './import-types';
import { oneValueLabel } from './one-values';

interface PreviewTableProps {
  of: ImportLists;
  list: ImportView;
  rows: ImportRow[];
  page: TablePage;
  outcome: Outcome | null;
  places: Places | null;
}

/** Each row as it stands in the file, with what would become of it and every cell that is bad. */
export function PreviewTable({ of, list, rows, page, outcome, places }: PreviewTableProps) {
  return (
    <Section
      title={t('assetImport.preview')}
      lead={list.badCellCount > 0 && t('assetImport.previewMend')}
      flush
      actions={
        <>
          {list.badCellCount > 0 && (
            <a href={`${of.api}/${list.id}/problems.csv`} download>
              {t('assetImport.downloadProblems')}
            </a>
          )}
          <TableExport
            files={{ list: `${of.api}/${list.id}/rows`, filters: { outcome: outcome ?? undefined } }}
          />
        </>
      }
    >
      <OutcomeTabs list={list} outcome={outcome} />
      <DataTable
        plain
        caption={t('assetImport.previewCaption', { file: list.fileName })}
        columns={columns(of, list, places)}
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

/** The columns of the file, and behind them what was chosen for every row. */
function columns(of: ImportLists, list: ImportView, places: Places | null): Column<ImportRow>[] {
  const shown = list.columns.filter(({ field }) => field !== null);
  const held = new Set(shown.map(({ field }) => field));
  const labels = new Map(
    of.values.flatMap((value) => {
      const chosen = list.fixed[value.field];
      return chosen ? [[value.field, oneValueLabel(value, chosen, places)] as const] : [];
    }),
  );
  return [
    { key: 'row', header: t('assetImport.row'), cell: (row) => <RowOutcome list={list} row={row} /> },
    ...shown.map((column) => ({
      key: String(column.index),
      header: columnName(column),
      cell: (row: ImportRow) => <Cell row={row} column={column} chosen={labels.get(column.field!)} />,
    })),
    ...[...labels]
      .filter(([field]) => !held.has(field))
      .map(([field, label]) => ({
        key: field,
        header: fieldLabel(field),
        headerNote: t('assetImport.sameForAll'),
        cell: (row: ImportRow) => <ChosenCell row={row} field={field} label={label} />,
      })),
  ];
}

function RowOutcome({ list, row }: { list: ImportView; row: ImportRow }) {
  return (
    <div className={styles.outcome}>
      <span className={styles.rowNumber}>
        {row.row}
        <StatusBadge tone={OUTCOME_TONES[row.outcome]}>{t(`assetImport.outcome_${row.outcome}`)}</StatusBadge>
      </span>
      <RowProblems list={list} row={row} />
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
function RowProblems({ list, row: { problems } }: { list: ImportView; row: ImportRow }) {
  if (problems.length === 0) return null;
  const isLacking = ({ column, field }: ImportRow['problems'][number]) =>
    column === null && (field === null || !list.fixed[field]);
  const lacking = problems.filter(isLacking).map(({ heading }) => heading);
  return (
    <ul className={styles.problems}>
      {lacking.length > 0 && <li>{t('assetImport.lacks', { columns: lacking.join(', ') })}</li>}
      {problems
        .filter((problem) => !isLacking(problem))
        .map(({ heading, reason, field }, index) => (
          <li key={`${field}-${index}`}>{t('assetImport.problem', { heading, reason })}</li>
        ))}
    </ul>
  );
}

interface CellProps {
  row: ImportRow;
  column: ImportView['columns'][number];
  /** What fills the empty cells of new rows. */
  chosen: string | undefined;
}

function Cell({ row, column: { index, field }, chosen }: CellProps) {
  const value = row.cells[index] ?? '';
  const problem = row.problems.find(({ column }) => column === index);
  if (problem) return <BadValue reason={problem.reason}>{value}</BadValue>;
  if (chosen !== undefined && row.chosen.some((name) => name === field)) {
    return (
      <>
        <span className={styles.chosen}>{chosen}</span>{' '}
        <small className={styles.chosenNote}>{t('assetImport.chosenHere')}</small>
      </>
    );
  }
  return <span className={styles.value}>{value}</span>;
}

/** What no column holds. */
function ChosenCell({ row, field, label }: { row: ImportRow; field: ImportField; label: string }) {
  const problem = row.problems.find((found) => found.column === null && found.field === field);
  if (problem) return <BadValue reason={problem.reason}>{label}</BadValue>;
  return <span className={styles.chosen}>{label}</span>;
}

function BadValue({ reason, children }: { reason: string; children: string }) {
  return (
    <mark className={styles.bad} title={reason}>
      {children || '—'}
    </mark>
  );
}
