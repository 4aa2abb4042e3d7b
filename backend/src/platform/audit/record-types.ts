import type { Permission } from '../access/route-access.js';
import { typedId, type IdKind } from '../kernel/typed-id.js';

/** What the audit log must know of a kind of record to speak of it. */
export interface RecordType {
  idKind: IdKind;
  /** Whoever may read such a record may read its history. */
  read: Permission | 'any-member';
  /** SQL that answers `id` and `label` of the ids in $2, in organization $1. Only text that is stored in the clear. */
  labels?: string;
  /** SQL that answers a row when record $2 of organization $1 is member $3's own, for those who read only theirs. */
  own?: string;
}

const types = new Map<string, RecordType>();

/** A module says which records its audit events speak of, by their `type`. */
export function declareRecordTypes(declared: Record<string, RecordType>): void {
  for (const [name, type] of Object.entries(declared)) {
    const known = types.get(name);
    if (known && known !== type) throw new Error(`record type ${name} is declared twice`);
    types.set(name, type);
  }
}

export function recordType(name: string): RecordType | undefined {
  return types.get(name);
}

export function recordTypes(): ReadonlyMap<string, RecordType> {
  return types;
}

/** An id as the API gives it; of a type that nobody declared, the type's own name stands before it. */
export function recordId(type: string, uuid: string | null): string | null {
  if (uuid === null) return null;
  const declared = types.get(type);
  return declared ? typedId(declared.idKind, uuid) : `${type}_${uuid.replaceAll('-', '')}`;
}

/** What a record id looks like, whatever it names. */
export const RECORD_ID = /^[a-z][a-z-]*_[0-9a-f]{32}$/;

/** The kinds of the platform itself. */
declareRecordTypes({
  organization: {
    idKind: 'organization',
    read: 'organization:read',
    labels:
      'select organization_id as id, name as label from organization where organization_id = $1 and organization_id = any ($2)',
  },
  site: {
    idKind: 'site',
    read: 'organization:read',
    labels: 'select id, name as label from site where organization_id = $1 and id = any ($2)',
  },
  member: {
    idKind: 'member',
    read: 'member:read',
    labels: `select m.id, p.name as label from membership m join person p on p.id = m.person_id
             where m.organization_id = $1 and m.id = any ($2)`,
  },
  invitation: {
    idKind: 'invitation',
    read: 'member:read',
    labels: 'select id, name as label from invitation where organization_id = $1 and id = any ($2)',
  },
  message: { idKind: 'message', read: 'audit:read' },
  job: { idKind: 'job', read: 'audit:read' },
});
