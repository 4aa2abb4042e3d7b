import type { ColumnName } from './import-subject.js';
import { headingMatcher, OUR_HEADINGS } from './match-headings.js';

/** The columns of a list of assets: what each is called in our own files, and what people call it in theirs. */
export const ASSET_COLUMNS = {
  tag: {
    heading: 'Tag',
    synonyms: [
      'asset tag',
      'asset id',
      'asset number',
      'asset no',
      'inventory number',
      'inventory tag',
      'label',
      'barcode',
    ],
  },
  name: {
    heading: 'Name',
    synonyms: [
      'asset',
      'asset name',
      'system name',
      'device name',
      'hostname',
      'host name',
      'computer name',
      'title',
      'item',
    ],
  },
  kind: {
    heading: 'Kind',
    synonyms: ['type', 'asset type', 'asset kind', 'category', 'class', 'asset category'],
  },
  description: {
    heading: 'What it does',
    synonyms: ['description', 'details', 'use', 'function', 'asset description'],
  },
  site: {
    heading: 'Site',
    synonyms: ['clinic', 'office', 'facility name', 'branch', 'practice location', 'site name'],
  },
  location: { heading: 'Place', synonyms: ['location', 'room', 'where', 'physical location', 'position'] },
  owner: {
    heading: 'Owner',
    synonyms: [
      'owner name',
      'asset owner',
      'responsible',
      'responsible person',
      'custodian',
      'contact',
      'owner email',
      'owner e-mail',
    ],
  },
  hosting: {
    heading: 'Where it runs',
    synonyms: ['hosting', 'hosted', 'hosting type', 'where hosted', 'deployment', 'environment'],
  },
  vendorName: {
    heading: 'Vendor',
    synonyms: ['vendor name', 'supplier', 'manufacturer', 'maker', 'provider', 'brand'],
  },
  holdsEphi: {
    heading: 'Holds ePHI',
    synonyms: [
      'ephi',
      'phi',
      'does it hold ephi',
      'contains phi',
      'contains ephi',
      'has phi',
      'has ephi',
      'stores phi',
      'stores ephi',
      'holds phi',
    ],
  },
  phiTypes: {
    heading: 'Kinds of health information',
    synonyms: [
      'phi types',
      'phi type',
      'ephi types',
      'types of phi',
      'kinds of phi',
      'data types',
      'data held',
    ],
  },
  phiActivities: {
    heading: 'What it does with ePHI',
    synonyms: ['phi activities', 'ephi activities', 'creates receives maintains transmits', 'phi use'],
  },
  phiRecordCount: {
    heading: 'Number of records',
    synonyms: [
      'phi records',
      'records',
      'record count',
      'phi record count',
      'about how many people’s records',
      'patients',
      'number of patients',
    ],
  },
  encryptionAtRest: {
    heading: 'Encrypted at rest',
    synonyms: ['encryption at rest', 'encrypted', 'encryption', 'disk encryption', 'storage encryption'],
  },
  encryptionInTransit: {
    heading: 'Encrypted in transit',
    synonyms: ['encryption in transit', 'transport encryption', 'network encryption', 'tls'],
  },
  backup: { heading: 'Backup', synonyms: ['backups', 'backed up', 'back up', 'backup status'] },
  internetFacing: {
    heading: 'Reached from the internet',
    synonyms: [
      'internet facing',
      'internet',
      'public',
      'exposed to internet',
      'reachable from internet',
      'it can be reached from the internet',
      'external',
    ],
  },
  portable: {
    heading: 'Leaves the building',
    synonyms: ['portable', 'mobile', 'is portable', 'it leaves the building'],
  },
  lifecycle: { heading: 'Status', synonyms: ['lifecycle', 'state', 'life cycle', 'asset status'] },
  notes: { heading: 'Notes', synonyms: ['note', 'comment', 'comments', 'remarks', 'remark'] },
} as const satisfies Record<string, ColumnName>;

export type AssetColumn = keyof typeof ASSET_COLUMNS;
export const ASSET_COLUMN_NAMES = Object.keys(ASSET_COLUMNS) as [AssetColumn, ...AssetColumn[]];

export const assetHeadings = headingMatcher(ASSET_COLUMNS, OUR_HEADINGS);
