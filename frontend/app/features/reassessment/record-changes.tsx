import type { Reply } from '~/api/reply';
import { t } from '~/messages';
import { DataTable } from '~/ui/table/data-table';
import { ButtonLink } from '~/ui/text/button-link';
import { Section } from '~/ui/text/section';
import { changeColumns } from './change-table';
import styles from './reassessment.module.css';

interface RecordChangesProps {
  /** The newest ones; null for those who may not see them. */
  changes: Reply<'/api/v1/environment-changes', 'get'> | null;
  /** The list of all of them. */
  allAt: string;
}

/** What changed of the record whose page this is, since the analysis that stands. */
export function RecordChanges({ changes, allAt }: RecordChangesProps) {
  if (!changes) return null;
  const { items } = changes;
  return (
    <Section
      id="changes"
      title={t('reassessment.ofRecord')}
      lead={t('reassessment.ofRecordLead')}
      flush={items.length > 0}
      actions={
        items.length > 0 && (
          <ButtonLink to={allAt} variant="default">
            {t('reassessment.ofRecordAll')}
          </ButtonLink>
        )
      }
    >
      <DataTable
        plain
        caption={t('reassessment.ofRecord')}
        columns={changeColumns().filter(({ key }) => key !== 'by')}
        rows={items}
        rowKey={({ id }) => id}
        empty={<p className={styles.quiet}>{t('reassessment.ofRecordNone')}</p>}
      />
    </Section>
  );
}
