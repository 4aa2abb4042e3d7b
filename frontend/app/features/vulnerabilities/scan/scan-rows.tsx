import { Link, useSearchParams } from 'react-router';
import importStyles from '~/features/inventory/import/import.module.css';
import { t } from '~/messages';
import { numberFormat } from '~/messages/formats';
import { Tabs } from '~/ui/shell/tabs';
import { DataTable, type Column } from '~/ui/table/data-table';
import { TableExport } from '~/ui/table/table-export';
import { TableFooter, type TablePage } from '~/ui/table/table-footer';
import { Section } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import { SEVERITY_TONES, severityLabel } from '../labels';
import styles from '../vulnerabilities.module.css';
import {
  OUTCOME_TONES,
  SCAN_OUTCOMES,
  unusable,
  type Scan,
  type ScanOutcome,
  type ScanRow,
} from './scan-types';

interface ScanRowsProps {
  scan: Scan;
  rows: ScanRow[];
  page: TablePage;
  outcome: ScanOutcome | null;
}

/** Each result with what would become of it, and the reason of every one that cannot be read. */
export function ScanRows({ scan, rows, page, outcome }: ScanRowsProps) {
  return (
    <Section
      title={t('scans.preview')}
      flush
      actions={
        <>
          {unusable(scan) > 0 && (
            <a href={`/api/v1/scans/${scan.id}/problems.csv`} download>
              {t('scans.downloadProblems')}
            </a>
          )}
          <TableExport
            files={{ list: `/api/v1/scans/${scan.id}/rows`, filters: { outcome: outcome ?? undefined } }}
          />
        </>
      }
    >
      <OutcomeTabs scan={scan} outcome={outcome} />
      <DataTable
        plain
        caption={t('scans.previewCaption', { file: scan.fileName })}
        columns={columns()}
        rows={rows}
        rowKey={({ row }) => String(row)}
        empty={<p className={importStyles.noRows}>{t('scans.noRows')}</p>}
      />
      <TableFooter page={page} />
    </Section>
  );
}

function OutcomeTabs({ scan, outcome }: { scan: Scan; outcome: ScanOutcome | null }) {
  const [search] = useSearchParams();
  const addressOf = (value: ScanOutcome | null) => {
    const next = new URLSearchParams(search);
    next.delete('cursor');
    if (value) next.set('outcome', value);
    else next.delete('outcome');
    return `?${next}`;
  };
  return (
    <div className={importStyles.tabs}>
      <Tabs label={t('scans.view')}>
        <Link to={addressOf(null)} preventScrollReset aria-current={outcome === null ? 'page' : undefined}>
          {t('scans.all')} ({numberFormat().format(scan.rowCount)})
        </Link>
        {SCAN_OUTCOMES.filter((value) => scan.counts[value] > 0).map((value) => (
          <Link
            key={value}
            to={addressOf(value)}
            preventScrollReset
            aria-current={outcome === value ? 'page' : undefined}
          >
            {t(`scans.outcome_${value}`)} ({numberFormat().format(scan.counts[value])})
          </Link>
        ))}
      </Tabs>
    </div>
  );
}

function columns(): Column<ScanRow>[] {
  return [
    { key: 'row', header: t('scans.row'), cell: (row) => <RowOutcome row={row} /> },
    {
      key: 'title',
      header: t('vulnerabilities.name'),
      cell: ({ label, cves }) => (
        <span className={styles.lines}>
          {label}
          {cves.length > 0 && <span className={styles.tag}>{cves.slice(0, 3).join(', ')}</span>}
        </span>
      ),
    },
    {
      key: 'severity',
      header: t('vulnerabilities.severity'),
      nowrap: true,
      cell: ({ severity }) =>
        severity && <StatusBadge tone={SEVERITY_TONES[severity]}>{severityLabel(severity)}</StatusBadge>,
    },
    {
      key: 'host',
      header: t('scans.host'),
      cell: ({ host, location }) => (
        <span className={styles.lines}>
          {host || t('scans.noHost')}
          <span className={styles.quiet}>{location}</span>
        </span>
      ),
    },
    { key: 'asset', header: t('scans.hostAsset'), cell: ({ asset }) => asset?.name },
  ];
}

function RowOutcome({ row }: { row: ScanRow }) {
  return (
    <div className={importStyles.outcome}>
      <span className={importStyles.rowNumber}>
        {row.row}
        <StatusBadge tone={OUTCOME_TONES[row.outcome]}>{t(`scans.outcome_${row.outcome}`)}</StatusBadge>
      </span>
      {row.problems.length > 0 && (
        <ul className={importStyles.problems}>
          {row.problems.map(({ place, reason, value }, index) => (
            <li key={index}>
              {t('scans.problem', { place, reason })}{' '}
              {value !== '' && <mark className={importStyles.bad}>{value}</mark>}
            </li>
          ))}
        </ul>
      )}
      {row.remarks.map((remark) => (
        <p key={remark} className={importStyles.remark}>
          {remark}
        </p>
      ))}
    </div>
  );
}
