import { t } from '~/messages';
import type { Choice } from '~/ui/form/fields';
import { asOfFilter } from '~/ui/table/as-of';
import type { ListFilter } from '~/ui/table/list-filters';
import type { Places } from './asset-fields';
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
  'asOf',
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

export function assetFilters(places: Places): ListFilter[] {
  const choice = (name: string, label: string, choices: readonly Choice[], more = false): ListFilter => ({
    kind: 'choice',
    name,
    label,
    choices,
    more,
  });
  return [
    { kind: 'search', name: 'q', label: t('inventory.searchLabel') },
    choice('kind', t('inventory.filterKind'), choicesOf(KINDS, kindLabel)),
    choice('holdsEphi', t('inventory.filterEphi'), ephiChoices()),
    choice(
      'encryptionAtRest',
      t('inventory.filterEncryption'),
      choicesOf(ENCRYPTIONS, encryptionLabel),
      true,
    ),
    choice('lifecycle', t('inventory.filterLifecycle'), choicesOf(LIFECYCLES, lifecycleLabel), true),
    choice('siteId', t('inventory.filterSite'), siteChoices(places), true),
    choice('ownerId', t('inventory.filterOwner'), ownerChoices(places), true),
    asOfFilter(),
  ];
}
