import type { ItemOf } from '~/api/reply';
import { t } from '~/messages';
import { DataTable, type Column } from '~/ui/table/data-table';
import { DateText } from '~/ui/text/date-text';
import { StatusBadge } from '~/ui/text/status-badge';
import styles from './pack-table.module.css';
import { confidenceWord } from './words';

type Pack = ItemOf<'/api/v1/packs'>;

export function PackTable({ packs }: { packs: Pack[] }) {
  return (
    <DataTable
      caption={t('assessments.packs')}
      files={{ list: '/api/v1/packs', filters: {} }}
      columns={columns()}
      rows={packs}
      rowKey={({ id }) => id}
      empty={null}
    />
  );
}

function columns(): Column<Pack>[] {
  return [
    {
      key: 'title',
      header: t('assessments.pack'),
      cell: ({ title, pack, version }) => (
        <span className={styles.name}>
          <strong>{title}</strong>
          <span>{`${pack} ${version}`}</span>
        </span>
      ),
    },
    {
      key: 'official',
      header: t('assessments.kind'),
      nowrap: true,
      cell: ({ official }) =>
        official ? (
          <StatusBadge tone="info">{t('assessments.official')}</StatusBadge>
        ) : (
          <StatusBadge>{t('assessments.own')}</StatusBadge>
        ),
    },
    {
      key: 'origin',
      header: t('assessments.origin'),
      cell: ({ provenance }) => (
        <details className={styles.origin}>
          <summary>{provenance.author}</summary>
          <p>{provenance.basis}</p>
          {provenance.note && <p>{provenance.note}</p>}
        </details>
      ),
    },
    {
      key: 'confidence',
      header: t('assessments.confidence'),
      cell: ({ provenance }) => (
        <>
          {confidenceWord(provenance.confidence)}
          {provenance.checkedOn && (
            <span className={styles.checked}>
              {t('assessments.checkedOn', { date: '' })}
              <DateText on={provenance.checkedOn} />
            </span>
          )}
        </>
      ),
    },
    {
      key: 'installed',
      header: t('assessments.installed'),
      nowrap: true,
      cell: ({ installedAt }) => <DateText at={installedAt} time="none" />,
    },
  ];
}
