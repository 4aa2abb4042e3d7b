import type { ItemOf, Reply } from '~/api/reply';
import { t } from '~/messages';
import type { Tone } from '~/ui/text/status-badge';

export type Incident = Reply<'/api/v1/incidents/{id}', 'get'>;
export type IncidentItem = ItemOf<'/api/v1/incidents'>;
export type Duty = Incident['duties'][number];
export type Task = Incident['tasks'][number];
export type IncidentFacts = Reply<'/api/v1/incidents/{id}/facts', 'get'>;
export type Entry = Reply<'/api/v1/incidents/{id}/entries', 'get'>['items'][number];
export type Determination = Reply<'/api/v1/incidents/{id}/determinations', 'get'>['items'][number];
export type IncidentState = Incident['state'];
export type IncidentKind = Incident['kind'];
export type Severity = NonNullable<Incident['severity']>;

export const KINDS = [
  'ransomware',
  'lost-device',
  'misdirected',
  'snooping',
  'vendor-breach',
  'phishing',
  'improper-disposal',
  'other',
] as const satisfies readonly IncidentKind[];
export const STATES = [
  'reported',
  'triage',
  'contain',
  'investigate',
  'assess',
  'notify',
  'remediate',
  'closed',
] as const satisfies readonly IncidentState[];
export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const satisfies readonly Severity[];
export const PHI_ANSWERS = ['yes', 'unknown', 'no'] as const satisfies readonly Incident['phiInvolved'][];
export const HANDLINGS = [
  'incident',
  'near-miss',
  'policy-violation',
] as const satisfies readonly Incident['handledAs'][];
export const ROLES = ['commander', 'privacy', 'security', 'legal', 'communications'] as const;
export const PHASES = ['triage', 'contain', 'investigate', 'assess', 'notify', 'remediate'] as const;
export const OUTCOMES = [
  'resolved',
  'not-a-breach',
  'near-miss',
  'policy-violation',
  'duplicate',
  'not-an-incident',
] as const;
export const METHODS = [
  'first-class-mail',
  'e-mail',
  'telephone',
  'web-posting',
  'media',
  'hhs-portal',
  'other',
] as const;

export const kindWord = (kind: IncidentKind) => t(`incidents.kind_${kind}`);
export const stateWord = (state: IncidentState) => t(`incidents.state_${state}`);
export const severityWord = (severity: Incident['severity']) =>
  severity === null ? t('incidents.notGraded') : t(`incidents.severity_${severity}`);

export const SEVERITY_TONE: Record<Severity, Tone> = {
  critical: 'bad',
  high: 'bad',
  medium: 'warn',
  low: 'neutral',
};

/** As a choice or a select lists them. */
export function choicesOf<Code extends string>(codes: readonly Code[], word: (code: Code) => string) {
  return codes.map((value) => ({ value, label: word(value) }));
}

/** How near the outer limit is. */
export function daysLeftTone(daysLeft: number): Tone {
  if (daysLeft < 0) return 'bad';
  return daysLeft <= 14 ? 'warn' : 'info';
}

export function daysLeftWords(daysLeft: number): string {
  if (daysLeft === 0) return t('incidents.dueToday');
  return daysLeft > 0
    ? t('incidents.daysLeft', { count: daysLeft })
    : t('incidents.daysLate', { count: -daysLeft });
}
