import type { ItemOf, Reply } from '~/api/reply';
import { t } from '~/messages';
import type { Choice } from '~/ui/form/fields';
import type { Tone } from '~/ui/text/status-badge';

export type Asset = Reply<'/api/v1/assets/{id}', 'get'>;
export type AssetListItem = ItemOf<'/api/v1/assets'>;

type Kind = AssetListItem['kind'];
type Hosting = AssetListItem['hosting'];
type Encryption = AssetListItem['encryptionAtRest'];
type Backup = AssetListItem['backup'];
type Lifecycle = AssetListItem['lifecycle'];
type PhiActivity = AssetListItem['phiActivities'][number];
export type PhiType = AssetListItem['phiTypes'][number];

export const KINDS: Kind[] = ['system', 'application', 'device', 'media', 'facility', 'process'];
export const HOSTINGS: Hosting[] = ['on-premises', 'vendor-hosted', 'cloud', 'portable', 'paper'];
export const ENCRYPTIONS: Encryption[] = ['yes', 'partial', 'no', 'unknown', 'not-applicable'];
export const BACKUPS: Backup[] = ['tested', 'untested', 'none', 'unknown', 'not-applicable'];
export const LIFECYCLES: Lifecycle[] = ['planned', 'in-service', 'retired', 'disposed'];
export const PHI_ACTIVITIES: PhiActivity[] = ['creates', 'receives', 'maintains', 'transmits'];
export const PHI_TYPES: PhiType[] = [
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
];

export const kindLabel = (kind: Kind) => t(`inventory.kind_${kind}`);
export const hostingLabel = (hosting: Hosting) => t(`inventory.hosting_${hosting}`);
export const encryptionLabel = (state: Encryption) => t(`inventory.encryption_${state}`);
export const backupLabel = (state: Backup) => t(`inventory.backup_${state}`);
export const lifecycleLabel = (lifecycle: Lifecycle) => t(`inventory.lifecycle_${lifecycle}`);
export const phiActivityLabel = (activity: PhiActivity) => t(`inventory.phiActivity_${activity}`);
export const phiLabel = (type: PhiType) => t(`inventory.phi_${type}`);

export function choicesOf<Value extends string>(
  values: readonly Value[],
  label: (value: Value) => string,
): Choice[] {
  return values.map((value) => ({ value, label: label(value) }));
}

export const ENCRYPTION_TONES: Record<Encryption, Tone> = {
  yes: 'good',
  partial: 'warn',
  no: 'bad',
  unknown: 'warn',
  'not-applicable': 'neutral',
};

export const BACKUP_TONES: Record<Backup, Tone> = {
  tested: 'good',
  untested: 'warn',
  none: 'bad',
  unknown: 'warn',
  'not-applicable': 'neutral',
};

export const LIFECYCLE_TONES: Record<Lifecycle, Tone> = {
  planned: 'info',
  'in-service': 'good',
  retired: 'neutral',
  disposed: 'neutral',
};
