import {
  ASSET_KINDS,
  BACKUP_STATES,
  ENCRYPTION_STATES,
  HOSTINGS,
  LIFECYCLES,
  PHI_ACTIVITIES,
  PHI_TYPES,
  type AssetKind,
  type BackupState,
  type EncryptionState,
  type Hosting,
  type Lifecycle,
  type PhiActivity,
  type PhiType,
} from '../asset.js';
import {
  COUNTERPARTIES,
  TRANSPORT_SECURITIES,
  type Counterparty,
  type TransportSecurity,
} from '../data-flow.js';
import { withScreenWord } from './screen-words.js';

/** Words of people for the choices of ours. */
export class Choices<Value> {
  private readonly byWord = new Map<string, Value>();

  constructor(
    /** How the choices are named to a person. */
    readonly named: readonly string[],
    words: readonly (readonly [Value, readonly string[]])[],
  ) {
    for (const [value, spoken] of words) {
      for (const word of spoken) this.add(wordKey(word), value);
    }
  }

  private add(key: string, value: Value): void {
    if ((this.byWord.get(key) ?? value) !== value) throw new Error(`“${key}” would mean two things`);
    this.byWord.set(key, value);
  }

  read(text: string): Value | undefined {
    return this.byWord.get(wordKey(text));
  }
}

/** Blanks, hyphens, underscores and case say nothing; "on premises" is "On-Premises". */
function wordKey(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-–'’.]/g, '');
}

function choices<Value extends string>(
  values: readonly Value[],
  words: Partial<Record<Value, readonly string[]>>,
): Choices<Value> {
  return new Choices(
    values.map(withScreenWord),
    values.map((value) => [value, [value, ...(words[value] ?? [])]] as const),
  );
}

export const KIND_WORDS = choices<AssetKind>(ASSET_KINDS, {
  system: [
    'server',
    'virtual machine',
    'vm',
    'network',
    'storage',
    'nas',
    'firewall',
    'router',
    'switch',
    'infrastructure',
  ],
  application: [
    'app',
    'software',
    'program',
    'ehr',
    'emr',
    'database',
    'website',
    'web application',
    'service',
    'saas',
    'cloud service',
  ],
  device: [
    'laptop',
    'notebook',
    'workstation',
    'desktop',
    'pc',
    'computer',
    'tablet',
    'phone',
    'smartphone',
    'mobile phone',
    'printer',
    'copier',
    'scanner',
    'fax',
    'medical device',
    'hardware',
    'endpoint',
  ],
  media: [
    'usb',
    'usb stick',
    'usb drive',
    'disk',
    'hard drive',
    'tape',
    'backup tape',
    'cd',
    'dvd',
    'removable media',
    'paper',
    'paper records',
    'files',
  ],
  facility: ['building', 'office', 'room', 'site', 'server room', 'location'],
  process: ['procedure', 'workflow', 'people', 'people’s work', "people's work", 'manual process', 'team'],
});

export const HOSTING_WORDS = choices<Hosting>(HOSTINGS, {
  'on-premises': [
    'on premise',
    'on our premises',
    'on prem',
    'onprem',
    'local',
    'on site',
    'onsite',
    'in house',
    'own',
    'internal',
  ],
  'vendor-hosted': [
    'vendor',
    'hosted',
    'hosted by vendor',
    'hosted by a vendor',
    'saas',
    'third party',
    'external',
  ],
  cloud: ['aws', 'azure', 'gcp', 'google cloud', 'public cloud', 'in a public cloud', 'iaas', 'paas'],
  portable: ['mobile', 'carried', 'carried around', 'laptop'],
  paper: ['physical', 'hard copy', 'on paper'],
});

export const ENCRYPTION_WORDS = choices<EncryptionState>(ENCRYPTION_STATES, {
  yes: ['y', 'true', '1', 'x', 'encrypted', 'full', 'fully', 'fully encrypted', 'on'],
  partial: ['partly', 'partially', 'some', 'in part', 'mixed'],
  no: ['n', 'false', '0', 'none', 'not encrypted', 'unencrypted', 'off'],
  unknown: ['?', 'dont know', 'not known', 'not sure', 'unsure', 'tbd'],
  'not-applicable': ['na', 'n/a', 'does not apply', 'not applicable'],
});

/** "Backed up" is not "restored in a test": a plain yes counts as untested. 45 CFR 164.308(a)(7)(ii)(D) */
export const BACKUP_WORDS = choices<BackupState>(BACKUP_STATES, {
  tested: ['restore tested', 'yes tested', 'backed up and tested'],
  untested: ['never tested', 'yes', 'y', 'true', '1', 'x', 'backed up', 'not tested', 'daily', 'weekly'],
  none: ['no', 'n', 'false', '0', 'not backed up'],
  unknown: ['?', 'dont know', 'not known', 'not sure', 'unsure', 'tbd'],
  'not-applicable': ['na', 'n/a', 'does not apply', 'not applicable'],
});

export const LIFECYCLE_WORDS = choices<Lifecycle>(LIFECYCLES, {
  planned: ['ordered', 'future', 'in procurement', 'new'],
  'in-service': ['active', 'in use', 'live', 'production', 'current', 'deployed', 'used', 'yes'],
  retired: ['decommissioned', 'inactive', 'out of service', 'removed', 'sold'],
  disposed: ['disposed of', 'destroyed'],
});

export const PHI_ACTIVITY_WORDS = choices<PhiActivity>(PHI_ACTIVITIES, {
  creates: ['creates it', 'create', 'created', 'makes'],
  receives: ['receives it', 'receive', 'received', 'gets'],
  maintains: ['maintains it', 'maintain', 'maintained', 'stores', 'store', 'keeps', 'holds'],
  transmits: ['transmits it', 'transmit', 'transmitted', 'sends', 'send'],
});

export const YES_NO_WORDS = new Choices<boolean>(
  ['yes', 'no'],
  [
    [true, ['yes', 'y', 'true', '1', 'x']],
    [false, ['no', 'n', 'false', '0', 'none']],
  ],
);

export const COUNTERPARTY_WORDS = choices<Counterparty>(COUNTERPARTIES, {
  internal: ['us', 'ourselves', 'in house', 'own', 'within', 'inside', 'inbound and outbound within'],
  vendor: ['a vendor', 'business associate', 'ba', 'supplier', 'contractor', 'subcontractor', 'third party'],
  patient: ['patients', 'a patient', 'individual', 'the individual', 'representative'],
  government: [
    'agency',
    'a government agency',
    'public health',
    'public health agency',
    'state',
    'cms',
    'medicare',
  ],
  other: [
    'others',
    'somebody else',
    'payer',
    'insurer',
    'health plan',
    'provider',
    'another provider',
    'lab',
  ],
});

export const TRANSPORT_WORDS = choices<TransportSecurity>(TRANSPORT_SECURITIES, {
  encrypted: ['yes', 'y', 'true', '1', 'x', 'fully', 'fully encrypted', 'tls', 'https', 'vpn'],
  partial: ['partly', 'partially', 'partly encrypted', 'some', 'in part', 'mixed'],
  none: ['no', 'n', 'false', '0', 'not encrypted', 'unencrypted', 'plain', 'clear text'],
  unknown: ['?', 'dont know', 'not known', 'not sure', 'unsure', 'tbd'],
});

export const IN_USE_WORDS = new Choices<boolean>(
  ['yes', 'no'],
  [
    [true, ['yes', 'y', 'true', '1', 'x', 'active', 'in use', 'live', 'current']],
    [false, ['no', 'n', 'false', '0', 'ended', 'inactive', 'not in use', 'retired', 'stopped']],
  ],
);

/** Commas part words, so “SSN, MRN and other numbers” and “Mail, fax and messages” of the screens are two each. */
export const PHI_WORDS = choices<PhiType>(PHI_TYPES, {
  demographics: [
    'names and addresses',
    'demographic',
    'names',
    'contact',
    'contact details',
    'patient names',
    'address',
    'addresses',
  ],
  identifiers: ['mrn and other numbers', 'ssn', 'social security numbers', 'mrn', 'id numbers', 'ids'],
  appointments: ['appointment', 'schedule', 'schedules', 'scheduling'],
  'clinical-notes': [
    'clinical notes and diagnoses',
    'clinical',
    'notes',
    'chart',
    'charts',
    'medical records',
    'records',
    'diagnoses',
    'diagnosis',
    'treatment',
    'progress notes',
  ],
  medications: ['medication', 'prescription', 'prescriptions', 'rx'],
  'lab-results': ['lab', 'labs', 'laboratory', 'laboratory results', 'test results', 'lab result'],
  images: ['images and scans', 'image', 'imaging', 'xray', 'x-rays', 'scans', 'photos', 'radiology'],
  recordings: ['recording', 'voice', 'voicemail', 'audio', 'video', 'calls'],
  messages: ['fax and messages', 'message', 'email', 'emails', 'mail', 'fax', 'faxes', 'texts', 'letters'],
  insurance: ['eligibility', 'insurance details', 'insurer', 'coverage'],
  billing: ['claims and bills', 'bill', 'bills', 'claims', 'claim', 'invoices'],
  payment: ['cards and bank details', 'payments', 'card', 'cards', 'credit cards', 'bank', 'bank details'],
  'mental-health': ['psychotherapy', 'psychotherapy notes', 'behavioral health', 'psychiatric'],
  'substance-use': ['substance use (part 2)', 'part 2', 'substance use disorder', 'sud', 'addiction'],
  'reproductive-health': ['reproductive', 'pregnancy'],
  genetic: ['genetics', 'genetic tests', 'dna'],
  other: ['others', 'misc', 'miscellaneous'],
});
