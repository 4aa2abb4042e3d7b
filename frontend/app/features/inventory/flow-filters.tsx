import { t } from '~/messages';
import type { ActiveFilter } from '~/ui/table/filter-chips';
import { FilterSelect, FilterText, KeepSort } from './filter-select';
import styles from './filter-select.module.css';
import { COUNTERPARTIES, counterpartyLabel, TRANSPORT_SECURITIES, transportLabel } from './flow-labels';
import { choicesOf } from './labels';

export const FLOW_FILTERS = [
  'q',
  'transportSecurity',
  'counterparty',
  'hasConcerns',
  'active',
  'assetId',
] as const;
export type FlowFilters = Partial<Record<(typeof FLOW_FILTERS)[number], string>>;

const described = () =>
  ({
    transportSecurity: {
      label: t('dataFlows.filterTransport'),
      choices: choicesOf(TRANSPORT_SECURITIES, transportLabel),
    },
    counterparty: {
      label: t('dataFlows.filterCounterparty'),
      choices: choicesOf(COUNTERPARTIES, counterpartyLabel),
    },
    hasConcerns: {
      label: t('dataFlows.filterConcerns'),
      choices: [
        { value: 'true', label: t('dataFlows.withConcerns') },
        { value: 'false', label: t('dataFlows.withoutConcerns') },
      ],
    },
    active: {
      label: t('dataFlows.filterActive'),
      choices: [
        { value: 'true', label: t('dataFlows.yes') },
        { value: 'false', label: t('dataFlows.no') },
      ],
    },
  }) as const;

export function FlowFilterFields() {
  const fields = described();
  return (
    <>
      <KeepSort />
      <FilterText label={t('dataFlows.searchLabel')} />
      <FilterSelect name="hasConcerns" {...fields.hasConcerns} />
      <FilterSelect name="transportSecurity" {...fields.transportSecurity} />
      <details className={styles.more}>
        <summary>{t('inventory.moreFilters')}</summary>
        <div className={styles.moreFields}>
          <FilterSelect name="counterparty" {...fields.counterparty} />
          <FilterSelect name="active" {...fields.active} />
        </div>
      </details>
    </>
  );
}

export function activeFlowFilters(filters: FlowFilters): ActiveFilter[] {
  const fields = described();
  return FLOW_FILTERS.flatMap<ActiveFilter>((name) => {
    const value = filters[name];
    if (value === undefined) return [];
    if (name === 'q') return [{ name, label: t('inventory.filterText'), valueLabel: value }];
    if (name === 'assetId')
      return [{ name, label: t('dataFlows.filterAsset'), valueLabel: t('dataFlows.thisAsset') }];
    const { label, choices } = fields[name];
    return [{ name, label, valueLabel: choices.find((choice) => choice.value === value)?.label ?? value }];
  });
}
