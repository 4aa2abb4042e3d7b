/** The columns of a list of assets: what each is called in our own files, and what people call it in theirs. */
export const IMPORT_FIELDS = {
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
} as const satisfies Record<string, { heading: string; synonyms: readonly string[] }>;

export type ImportField = keyof typeof IMPORT_FIELDS;
export const IMPORT_FIELD_NAMES = Object.keys(IMPORT_FIELDS) as [ImportField, ...ImportField[]];

/** What our exports say besides. It is ours to keep, so an import leaves it alone. */
export const SYSTEM_HEADINGS = ['Id', 'Added at', 'Last changed at'] as const;

/** Values that may stand for a whole list that has no such column. */
export const FIXED_FIELDS = ['kind', 'hosting', 'holdsEphi'] as const;
export type FixedField = (typeof FIXED_FIELDS)[number];

/** Which column of the file is which field; null: not taken over. */
export type ColumnFields = (ImportField | null)[];

const byKey = new Map<string, ImportField>();
for (const field of IMPORT_FIELD_NAMES) {
  const { heading, synonyms } = IMPORT_FIELDS[field];
  for (const name of [field, heading, ...synonyms]) byKey.set(headingKey(name), field);
}
const systemKeys = new Set(SYSTEM_HEADINGS.map((heading) => headingKey(heading)));

/** Reads headings as people write them: case, blanks and punctuation say nothing. The first of two alike counts. */
export function matchHeadings(headings: readonly string[]): ColumnFields {
  const taken = new Set<ImportField>();
  return headings.map((heading) => {
    const field = byKey.get(headingKey(heading)) ?? null;
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

export function isSystemHeading(heading: string): boolean {
  return systemKeys.has(headingKey(heading));
}

function headingKey(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
