import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { t } from '~/messages';
import { useCan } from '~/session/session';
import { DataTable, type Column } from '~/ui/table/data-table';
import { asOfFilter } from '~/ui/table/as-of';
import { useListFilters, type ListFilter } from '~/ui/table/list-filters';
import type { TablePage } from '~/ui/table/table-footer';
import { DateText } from '~/ui/text/date-text';
import { StatusBadge } from '~/ui/text/status-badge';
import { AgreementBadge } from './agreement-badge';
import { AGREEMENTS, agreementLabel, type Vendor } from './vendor-labels';
import styles from './vendors.module.css';

export const VENDOR_FILTERS = ['q', 'agreement', 'needsAgreement', 'active', 'asOf'] as const;

interface VendorTableProps {
  vendors: Vendor[];
  page: TablePage;
  /** The filters and the order that are set, for the file. */
  exported: Partial<Record<string, string>>;
  empty: ReactNode;
}

export function VendorTable({ vendors, page, exported, empty }: VendorTableProps) {
  const mayExport = useCan('vendor:export');
  return (
    <DataTable
      caption={t('vendors.caption')}
      columns={columns()}
      rows={vendors}
      rowKey={(vendor) => vendor.id}
      page={page}
      {...useListFilters(filters())}
      files={mayExport ? { list: '/api/v1/vendors', filters: exported } : undefined}
      empty={empty}
    />
  );
}

function filters(): ListFilter[] {
  const choices = [
    { value: 'true', label: t('vendors.yes') },
    { value: 'false', label: t('vendors.no') },
  ];
  return [
    { kind: 'search', name: 'q', label: t('vendors.searchLabel') },
    {
      kind: 'choice',
      name: 'agreement',
      label: t('vendors.filterAgreement'),
      choices: AGREEMENTS.map((value) => ({ value, label: agreementLabel(value) })),
    },
    { kind: 'choice', name: 'needsAgreement', label: t('vendors.filterNeeds'), choices },
    { kind: 'choice', name: 'active', label: t('vendors.filterActive'), choices, more: true },
    asOfFilter(),
  ];
}

function columns(): Column<Vendor>[] {
  return [
    {
      key: 'name',
      header: t('vendors.tableVendor'),
      sort: 'name',
      cell: (vendor) => (
        <span className={styles.vendor}>
          <Link to={`/vendors/${vendor.id}`}>{vendor.name}</Link>
          {vendor.service && <span className={styles.quiet}>{vendor.service}</span>}
        </span>
      ),
    },
    {
      key: 'agreement',
      header: t('vendors.filterAgreement'),
      cell: (vendor) => <AgreementBadge agreement={vendor.agreement} />,
    },
    {
      key: 'ends',
      header: t('vendors.endsOn'),
      nowrap: true,
      cell: (vendor) => vendor.agreementEndsOn && <DateText on={vendor.agreementEndsOn} />,
    },
    { key: 'flows', header: t('vendors.tableFlows'), align: 'end', cell: (vendor) => vendor.flows },
    { key: 'contact', header: t('vendors.contactEmail'), cell: (vendor) => vendor.contactEmail },
    {
      key: 'status',
      header: t('vendors.tableStatus'),
      cell: (vendor) =>
        vendor.active ? (
          <StatusBadge tone="good">{t('vendors.works')}</StatusBadge>
        ) : (
          <StatusBadge>{t('vendors.hasEnded')}</StatusBadge>
        ),
    },
  ];
}
