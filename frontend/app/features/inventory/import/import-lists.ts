import { t } from '~/messages';
import { COUNTERPARTIES, counterpartyLabel } from '../flow-labels';
import { choicesOf, hostingLabel, HOSTINGS, kindLabel, KINDS } from '../labels';
import type { ImportField, ImportView } from './import-types';

type Choice = { value: string; label: string };

/** What a list is of: where it is kept, what its columns can be, and how it is spoken of. */
export interface ImportLists {
  permission: 'asset:write' | 'data-flow:write';
  api: '/api/v1/asset-imports' | '/api/v1/data-flow-imports';
  page: '/inventory/import' | '/inventory/flows/import';
  /** Where what was imported is found, and its newest first. */
  within: { to: string; title: () => string };
  recordPage: (id: string) => string;
  fields: readonly ImportField[];
  /** What can be one value for the whole list. */
  fixed: readonly { field: keyof ImportView['fixed'] & ImportField; choices: () => Choice[] }[];
  title: () => string;
  how: () => string[];
  needs: () => string;
  /** The other kind of list. */
  other: { to: string; title: () => string };
}

const yesOrNo = (): Choice[] => [
  { value: 'yes', label: t('inventory.yes') },
  { value: 'no', label: t('inventory.no') },
];

export const ASSET_LISTS: ImportLists = {
  permission: 'asset:write',
  api: '/api/v1/asset-imports',
  page: '/inventory/import',
  within: { to: '/inventory', title: () => t('inventory.title') },
  recordPage: (id) => `/inventory/assets/${id}`,
  fields: [
    'tag',
    'name',
    'kind',
    'description',
    'site',
    'location',
    'owner',
    'hosting',
    'vendorName',
    'holdsEphi',
    'phiTypes',
    'phiActivities',
    'phiRecordCount',
    'encryptionAtRest',
    'encryptionInTransit',
    'backup',
    'internetFacing',
    'portable',
    'lifecycle',
    'notes',
  ],
  fixed: [
    { field: 'kind', choices: () => choicesOf(KINDS, kindLabel) },
    { field: 'hosting', choices: () => choicesOf(HOSTINGS, hostingLabel) },
    { field: 'holdsEphi', choices: yesOrNo },
  ],
  title: () => t('assetImport.title'),
  how: () => [t('assetImport.how1'), t('assetImport.how2'), t('assetImport.how3'), t('assetImport.how4')],
  needs: () => t('assetImport.nextMapText'),
  other: { to: '/inventory/flows/import', title: () => t('assetImport.toFlows') },
};

export const FLOW_LISTS: ImportLists = {
  permission: 'data-flow:write',
  api: '/api/v1/data-flow-imports',
  page: '/inventory/flows/import',
  within: { to: '/inventory/flows', title: () => t('dataFlows.title') },
  recordPage: (id) => `/inventory/flows/${id}`,
  fields: [
    'code',
    'name',
    'from',
    'to',
    'counterparty',
    'phiTypes',
    'purpose',
    'minimumNecessary',
    'transportMethod',
    'transportSecurity',
    'offshore',
    'active',
  ],
  fixed: [{ field: 'counterparty', choices: () => choicesOf(COUNTERPARTIES, counterpartyLabel) }],
  title: () => t('assetImport.flowsTitle'),
  how: () => [
    t('assetImport.how1'),
    t('assetImport.howFlowsEnds'),
    t('assetImport.howFlows2'),
    t('assetImport.howFlows3'),
    t('assetImport.how4'),
  ],
  needs: () => t('assetImport.nextMapFlowsText'),
  other: { to: '/inventory/import', title: () => t('assetImport.toAssets') },
};
