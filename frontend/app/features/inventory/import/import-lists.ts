import { t } from '~/messages';
import type { ImportField } from './import-types';
import { ASSET_VALUES, FLOW_VALUES, type OneValue } from './one-values';

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
  values: readonly OneValue[];
  /** What something new cannot be without. */
  required: readonly ImportField[];
  /** Those of them whose empty cells one value can fill. */
  fillsEmpty: readonly ImportField[];
  sameForAllLead: () => string;
  /** Values can be sites and colleagues. */
  hasPlaces: boolean;
  title: () => string;
  how: () => string[];
  needs: () => string;
  /** How many rows would add a second one of a name that is there. */
  namesakes: (count: number) => string;
  /** The other kind of list. */
  other: { to: string; title: () => string };
}

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
  values: ASSET_VALUES,
  required: ['name', 'kind', 'hosting', 'holdsEphi'],
  fillsEmpty: ['kind', 'hosting', 'holdsEphi'],
  sameForAllLead: () => t('assetImport.sameForAllLead'),
  hasPlaces: true,
  title: () => t('assetImport.title'),
  how: () => [
    t('assetImport.how1'),
    t('assetImport.how2'),
    t('assetImport.how3'),
    t('assetImport.how4'),
    t('assetImport.how5'),
  ],
  needs: () => t('assetImport.nextMapText'),
  namesakes: (count) => t('assetImport.assetNamesakes', { count }),
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
  values: FLOW_VALUES,
  required: ['name', 'from', 'to', 'counterparty'],
  fillsEmpty: ['counterparty'],
  sameForAllLead: () => t('assetImport.sameForAllFlowsLead'),
  hasPlaces: false,
  title: () => t('assetImport.flowsTitle'),
  how: () => [
    t('assetImport.how1'),
    t('assetImport.howFlowsEnds'),
    t('assetImport.howFlows2'),
    t('assetImport.howFlows3'),
    t('assetImport.how4'),
    t('assetImport.howFlows5'),
  ],
  needs: () => t('assetImport.nextMapFlowsText'),
  namesakes: (count) => t('assetImport.flowNamesakes', { count }),
  other: { to: '/inventory/import', title: () => t('assetImport.toAssets') },
};
