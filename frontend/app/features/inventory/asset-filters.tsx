import { t } from '~/messages';
import type { ActiveFilter } from '~/ui/table/filter-chips';
import type { Places } from './asset-fields';
import { FilterSelect, FilterText, KeepSort } from './filter-select';
import styles from './filter-select.module.css';
import {
  choicesOf,
  encryptionLabel,
  ENCRYPTIONS,
  kindLabel,
  KINDS,
  lifecycleLabel,
  LIFECYCLES,
} from './labels';

export const ASSET_FILTERS = [
  'q',
  'kind',
  'holdsEphi',
  'encryptionAtRest',
  'lifecycle',
  'siteId',
  'ownerId',
] as const;
export type AssetFilters = Partial<Record<(typeof ASSET_FILTERS)[number], string>>;

const ephiChoices = () => [
  { value: 'true', label: t('inventory.filterYes') },
  { value: 'false', label: t('inventory.filterNo') },
];
const siteChoices = ({ sites }: Places) => [
  ...sites.map(({ id, name }) => ({ value: id, label: name })),
  { value: 'none', label: t('inventory.noSite') },
];
const ownerChoices = ({ colleagues }: Places) => [
  ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
  { value: 'none', label: t('inventory.noOwner') },
];

const described = (places: Places) =>
  ({
    kind: { label: t('inventory.filterKind'), choices: choicesOf(KINDS, kindLabel) },
    holdsEphi: { label: t('inventory.filterEphi'), choices: ephiChoices() },
    encryptionAtRest: {
      label: t('inventory.filterEncryption'),
      choices: choicesOf(ENCRYPTIONS, encryptionLabel),
    },
    lifecycle: { label: t('inventory.filterLifecycle'), choices: choicesOf(LIFECYCLES, lifecycleLabel) },
    siteId: { label: t('inventory.filterSite'), choices: siteChoices(places) },
    ownerId: { label: t('inventory.filterOwner'), choices: ownerChoices(places) },
  }) as const;

export function AssetFilterFields({ places }: { places: Places }) {
  const fields = described(places);
  return (
    <>
      <KeepSort />
      <FilterText label={t('inventory.searchLabel')} />
      <FilterSelect name="kind" {...fields.kind} />
      <FilterSelect name="holdsEphi" {...fields.holdsEphi} />
      <details className={styles.more}>
        <summary>{t('inventory.moreFilters')}</summary>
        <div className={styles.moreFields}>
          <FilterSelect name="encryptionAtRest" {...fields.encryptionAtRest} />
          <FilterSelect name="lifecycle" {...fields.lifecycle} />
          <FilterSelect name="siteId" {...fields.siteId} />
          <FilterSelect name="ownerId" {...fields.ownerId} />
        </div>
      </details>
    </>
  );
}

/** Each filter that is set, in words. */
export function activeAssetFilters(filters: AssetFilters, places: Places): ActiveFilter[] {
  const fields = described(places);
  return ASSET_FILTERS.flatMap<ActiveFilter>((name) => {
    const value = filters[name];
    if (value === undefined) return [];
    if (name === 'q') return [{ name, label: t('inventory.filterText'), valueLabel: value }];
    const { label, choices } = fields[name];
    return [{ name, label, valueLabel: choices.find((choice) => choice.value === value)?.label ?? value }];
  });
}
