/** What may happen; a checklist stands for each. */
export const INCIDENT_KINDS = [
  'ransomware',
  'lost-device',
  'misdirected',
  'snooping',
  'vendor-breach',
  'phishing',
  'improper-disposal',
  'other',
] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Who told of it. */
export const INCIDENT_SOURCES = ['staff', 'anonymous', 'business-associate', 'alert', 'import'] as const;
export type IncidentSource = (typeof INCIDENT_SOURCES)[number];

/** Near-misses and violations of policy are kept, too, and lead to training, sanction or closing with reasons. */
export const HANDLINGS = ['incident', 'near-miss', 'policy-violation'] as const;
export type Handling = (typeof HANDLINGS)[number];

/** Whether protected health information is involved. Until somebody knows that it is not, the clocks run. */
export const PHI_ANSWERS = ['yes', 'unknown', 'no'] as const;
export type PhiInvolved = (typeof PHI_ANSWERS)[number];

export const INCIDENT_ROLES = ['commander', 'privacy', 'security', 'legal', 'communications'] as const;
export type IncidentRole = (typeof INCIDENT_ROLES)[number];
