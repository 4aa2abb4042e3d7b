import { Link } from 'react-router';
import { t } from '~/messages';
import { useCan } from '~/session/session';
import { DataTable, type Column } from '~/ui/table/data-table';
import { TableExport } from '~/ui/table/table-export';
import { ButtonLink } from '~/ui/text/button-link';
import { DateText } from '~/ui/text/date-text';
import { Section } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import styles from '../inventory.module.css';
import type { Asset } from '../labels';
import { mayHoldEphi, methodLabel, purposeLabel, type Sanitization } from './sanitization-labels';

interface SanitizationSectionProps {
  asset: Asset;
  records: Sanitization[];
}

/** Every record of how ePHI was removed from it; what was put right stays to be seen. */
export function SanitizationSection({ asset, records }: SanitizationSectionProps) {
  const mayWrite = useCan('asset:write');
  const mayExport = useCan('asset:export');
  if (records.length === 0 && !mayHoldEphi(asset)) return null;
  const page = `/inventory/assets/${asset.id}/sanitization`;
  const isHere = asset.lifecycle !== 'disposed';
  return (
    <Section
      id="sanitization"
      title={t('sanitization.section')}
      lead={t('sanitization.sectionLead')}
      flush={records.length > 0}
      actions={
        <>
          {mayWrite && isHere && (
            <>
              <ButtonLink to={`${page}?purpose=reuse`} variant="default">
                {t('sanitization.reuse')}
              </ButtonLink>
              <ButtonLink to={page} variant="default">
                {t('sanitization.dispose')}
              </ButtonLink>
            </>
          )}
          {mayExport && records.length > 0 && (
            <TableExport files={{ list: `/api/v1/assets/${asset.id}/sanitizations`, filters: {} }} />
          )}
        </>
      }
    >
      <DataTable
        plain
        caption={t('sanitization.section')}
        columns={columns(page, mayWrite)}
        rows={records}
        rowKey={(record) => record.id}
        empty={<p className={styles.quiet}>{t('sanitization.empty')}</p>}
      />
    </Section>
  );
}

function columns(page: string, mayWrite: boolean): Column<Sanitization>[] {
  return [
    {
      key: 'date',
      header: t('sanitization.doneOn'),
      cell: (record) => (
        <span className={styles.asset}>
          <DateText on={record.doneOn} />
          {record.isCorrected && <StatusBadge>{t('sanitization.isCorrected')}</StatusBadge>}
          {record.corrects && <StatusBadge tone="info">{t('sanitization.isCorrection')}</StatusBadge>}
        </span>
      ),
    },
    { key: 'purpose', header: t('sanitization.purpose'), cell: ({ purpose }) => purposeLabel(purpose) },
    {
      key: 'how',
      header: t('sanitization.how'),
      cell: ({ method, notNeededReason }) => lines(methodLabel(method), notNeededReason),
    },
    {
      key: 'by',
      header: t('sanitization.doneBy'),
      cell: ({ doneBy, givenTo }) => lines(doneBy, givenTo && `${t('sanitization.givenTo')}: ${givenTo}`),
    },
    { key: 'verified', header: t('sanitization.verifiedBy'), cell: ({ verifiedBy }) => verifiedBy },
    {
      key: 'certificate',
      header: t('sanitization.proof'),
      cell: ({ id, certificate, file }) => (
        <span className={styles.asset}>
          {certificate}
          {file && (
            <a href={`/api/v1/asset-sanitizations/${id}/file`} download>
              {file.name}
            </a>
          )}
        </span>
      ),
    },
    {
      key: 'recorded',
      header: t('sanitization.recordedBy'),
      cell: ({ recordedBy, recordedAt }) => (
        <span className={styles.asset}>
          {recordedBy}
          <span className={styles.quiet}>
            <DateText at={recordedAt} time="none" />
          </span>
        </span>
      ),
    },
    ...(mayWrite
      ? [
          {
            key: 'correct',
            header: t('sanitization.correct'),
            hideHeader: true,
            cell: (record: Sanitization) =>
              !record.isCorrected && (
                <Link
                  to={`${page}?corrects=${record.id}`}
                  aria-label={t('sanitization.correctOf', { date: record.doneOn })}
                >
                  {t('sanitization.correct')}
                </Link>
              ),
          },
        ]
      : []),
  ];
}

function lines(first: string, second: string) {
  return (
    <span className={styles.asset}>
      {first}
      {second && <span className={styles.quiet}>{second}</span>}
    </span>
  );
}
