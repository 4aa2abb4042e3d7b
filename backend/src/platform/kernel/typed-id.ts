/** What an id in the API begins with, so that a person sees what it names and one kind is never taken for another. */
export const ID_PREFIX = {
  organization: 'org',
  site: 'sit',
  person: 'per',
  member: 'mem',
  invitation: 'inv',
  asset: 'ast',
  dataFlow: 'flw',
  importBatch: 'imp',
  vendor: 'ven',
  sanitization: 'san',
  scan: 'scn',
  vulnerability: 'vul',
  assessment: 'asm',
  answer: 'ans',
  decision: 'dec',
  finding: 'fnd',
  risk: 'rsk',
  acceptance: 'acc',
  action: 'act',
  milestone: 'mil',
  lesson: 'les',
  evidence: 'evd',
  file: 'fil',
  snapshot: 'snp',
  scale: 'scl',
  environmentChange: 'chg',
  incident: 'inc',
  incidentEntry: 'ent',
  incidentTask: 'tsk',
  breachDuty: 'dty',
  noticeSending: 'snd',
  determination: 'det',
  obligation: 'obl',
  message: 'msg',
  job: 'job',
  auditEvent: 'aud',
} as const;
export type IdKind = keyof typeof ID_PREFIX;

/** `ast_` and the 32 hexadecimal digits of the UUID. */
export function typedId(kind: IdKind, uuid: string): string {
  return `${ID_PREFIX[kind]}_${uuid.replaceAll('-', '')}`;
}

export function typedIdOrNull(kind: IdKind, uuid: string | null | undefined): string | null {
  return uuid ? typedId(kind, uuid) : null;
}

export function typedIdPattern(kind: IdKind): RegExp {
  return new RegExp(`^${ID_PREFIX[kind]}_[0-9a-f]{32}$`);
}

/** The UUID in a typed id whose form was checked before (by the request's schema). */
export function uuidOf(id: string): string {
  const hex = id.slice(id.indexOf('_') + 1);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
