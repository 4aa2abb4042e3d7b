import { t } from '~/messages';

/** Where the catalog has the words for a closed list: the very ones that stand on the screen. */
const LISTS = {
  status: 'assessments.status_',
  standing: 'assessments.standing_',
  findingSource: 'assessments.findingSource_',
  findingStatus: 'assessments.findingStatus_',
  treatment: 'risks.treatment_',
  riskStatus: 'risks.status_',
  actionStatus: 'remediation.status_',
  assetKind: 'inventory.kind_',
  phi: 'inventory.phi_',
  phiActivity: 'inventory.phiActivity_',
  hosting: 'inventory.hosting_',
  encryption: 'inventory.encryption_',
  backup: 'inventory.backup_',
  lifecycle: 'inventory.lifecycle_',
  sanitizationPurpose: 'sanitization.purpose_',
  sanitizationMethod: 'sanitization.method_',
  counterparty: 'dataFlows.counterparty_',
  transport: 'dataFlows.transport_',
  reviewOutcome: 'carried.outcome_',
  acceptance: 'risks.acceptance_',
  addressable: 'specifications.decision_',
  changeKind: 'reassessment.kind_',
  changeDecision: 'reassessment.decision_',
  lessonKind: 'lessons.kind_',
  effectOutcome: 'documents.effect_',
  role: 'roles.',
} as const;
export type WordKind = keyof typeof LISTS;
export const WORD_KINDS = Object.keys(LISTS) as WordKind[];

/** The word for a value of a closed list; a value from a later version is shown as it is, never dropped. */
export function word(kind: WordKind, value: string): string {
  const key = `${LISTS[kind]}${value}`;
  const text = (t as (key: string) => string)(key satisfies string);
  return text === key ? plain(value) : text;
}

/** 'lab-results' reads as 'lab results'. */
function plain(value: string): string {
  return value.replaceAll('-', ' ');
}

export function list(kind: WordKind, values: readonly string[]): string {
  return values.map((value) => word(kind, value)).join(', ');
}
