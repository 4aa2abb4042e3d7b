/** Whatever holds, moves or protects ePHI: what the risk analysis looks at. 45 CFR 164.308(a)(1)(ii)(A) */
export const ASSET_KINDS = ['system', 'application', 'device', 'media', 'facility', 'process'] as const;
export const HOSTINGS = ['on-premises', 'vendor-hosted', 'cloud', 'portable', 'paper'] as const;
export const ENCRYPTION_STATES = ['yes', 'partial', 'no', 'unknown', 'not-applicable'] as const;
export const BACKUP_STATES = ['tested', 'untested', 'none', 'unknown', 'not-applicable'] as const;
export const LIFECYCLES = ['planned', 'in-service', 'retired', 'disposed'] as const;
/** What is done with ePHI here: the four verbs of 45 CFR 164.306(a)(1). */
export const PHI_ACTIVITIES = ['creates', 'receives', 'maintains', 'transmits'] as const;

export type AssetKind = (typeof ASSET_KINDS)[number];
export type Hosting = (typeof HOSTINGS)[number];
export type EncryptionState = (typeof ENCRYPTION_STATES)[number];
export type BackupState = (typeof BACKUP_STATES)[number];
export type Lifecycle = (typeof LIFECYCLES)[number];
export type PhiActivity = (typeof PHI_ACTIVITIES)[number];

/** The kinds of health information, told apart as far as the law or the harm of a leak tells them apart. */
export const PHI_TYPES = [
  'demographics',
  'identifiers',
  'appointments',
  'clinical-notes',
  'medications',
  'lab-results',
  'images',
  'recordings',
  'messages',
  'insurance',
  'billing',
  'payment',
  'mental-health',
  'substance-use',
  'reproductive-health',
  'genetic',
  'other',
] as const;
export type PhiType = (typeof PHI_TYPES)[number];

/** What a person says of an asset; ids and versions are added by the house. */
export interface AssetFacts {
  tag: string;
  name: string;
  kind: AssetKind;
  description: string;
  siteId: string | null;
  location: string;
  ownerId: string | null;
  hosting: Hosting;
  vendorName: string;
  holdsEphi: boolean;
  phiTypes: PhiType[];
  phiActivities: PhiActivity[];
  phiRecordCount: number | null;
  encryptionAtRest: EncryptionState;
  encryptionInTransit: EncryptionState;
  backup: BackupState;
  internetFacing: boolean;
  portable: boolean;
  lifecycle: Lifecycle;
  notes: string;
}

/** How long each text may be. The columns, the requests and the import all keep to it. */
export const ASSET_TEXT_LIMITS = {
  tag: 60,
  name: 200,
  description: 4_000,
  location: 200,
  vendorName: 200,
  notes: 20_000,
} as const;

/** The largest whole number that the column holds. */
export const MOST_RECORDS = 2_147_483_647;

/** By what the list may be sorted; a minus turns it around. */
export const ASSET_SORTS = [
  'name',
  '-name',
  'tag',
  '-tag',
  'kind',
  '-kind',
  'updatedAt',
  '-updatedAt',
] as const;
