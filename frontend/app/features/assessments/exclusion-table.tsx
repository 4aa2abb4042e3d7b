import { Button } from '@mantine/core';
import { Form, Link } from 'react-router';
import type { Reply } from '~/api/reply';
import { t } from '~/messages';
import { CsrfField } from '~/ui/form/csrf-field';
import { DataTable, type Column } from '~/ui/table/data-table';
import { DateText } from '~/ui/text/date-text';
import { StatusBadge } from '~/ui/text/status-badge';
import styles from './exclusion-table.module.css';

export type Exclusion = Reply<'/api/v1/assessments/{id}/exclusions', 'get'>['items'][number];

export function ExclusionTable({ exclusions, mayUpdate }: { exclusions: Exclusion[]; mayUpdate: boolean }) {
  return (
    <DataTable
      plain
      caption={t('assessments.exclusions')}
      columns={columns(mayUpdate)}
      rows={exclusions}
      rowKey={({ assetId }) => assetId}
      empty={<p className={styles.empty}>{t('assessments.exclusionsEmpty')}</p>}
    />
  );
}

function columns(mayUpdate: boolean): Column<Exclusion>[] {
  const base: Column<Exclusion>[] = [
    {
      key: 'asset',
      header: t('assessments.asset'),
      cell: ({ assetId, tag, name }) => <Link to={`/inventory/assets/${assetId}`}>{`${tag} ${name}`}</Link>,
    },
    {
      key: 'ephi',
      header: t('assessments.holdsEphi'),
      hideHeader: true,
      cell: ({ holdsEphi }) =>
        holdsEphi && <StatusBadge tone="warn">{t('assessments.holdsEphi')}</StatusBadge>,
    },
    { key: 'reason', header: t('assessments.reason'), cell: ({ reason }) => reason },
    {
      key: 'since',
      header: t('assessments.leftOutOn'),
      nowrap: true,
      cell: ({ createdAt }) => <DateText at={createdAt} time="none" />,
    },
  ];
  if (!mayUpdate) return base;
  return [
    ...base,
    {
      key: 'include',
      header: t('assessments.include'),
      hideHeader: true,
      cell: (exclusion) => <Include exclusion={exclusion} />,
    },
  ];
}

function Include({ exclusion }: { exclusion: Exclusion }) {
  return (
    <Form method="post">
      <CsrfField />
      <input type="hidden" name="assetId" value={exclusion.assetId} />
      <Button
        type="submit"
        name="intent"
        value="include"
        variant="default"
        size="xs"
        aria-label={t('assessments.includeNamed', { name: exclusion.name })}
      >
        {t('assessments.include')}
      </Button>
    </Form>
  );
}
