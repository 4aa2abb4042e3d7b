import type { ProposalSubject } from '../domain/proposals.js';

/** Where assets and flows come from, and the facts by which a pair is proposed for them. */
export interface SubjectSource {
  type: ProposalSubject['type'];
  table: string;
  alias: string;
  tag: string;
  kind: string;
  holdsEphi: string;
  /** What people call it: its tag or code, and its name. */
  called: string;
  /** Facts by the names that the catalog's conditions use. */
  facts: Readonly<Record<string, string>>;
  /** As assetsInScope() and flowsInScope() say: $1 is the organization, $2 the analysis. */
  scope: string;
}

/** Not asked of each row again: what was left out is read once, as a set. */
const isLeftIn = (
  assetId: string,
): string => `${assetId} not in (select x.asset_id from assessment_exclusion x
  where x.organization_id = $1 and x.assessment_id = $2)`;
const endIsLeftIn = (column: string): string => `(${column} is null or ${isLeftIn(column)})`;

/** Assets first. */
export const SOURCES: readonly SubjectSource[] = [
  {
    type: 'asset',
    table: 'asset a',
    alias: 'a',
    tag: 'a.tag',
    kind: 'a.kind',
    holdsEphi: 'a.holds_ephi',
    called: `a.tag || ' ' || a.name`,
    facts: {
      holdsEphi: 'a.holds_ephi',
      portable: 'a.portable',
      internetFacing: 'a.internet_facing',
      hosting: 'a.hosting',
      encryptionAtRest: 'a.encryption_at_rest',
      encryptionInTransit: 'a.encryption_in_transit',
      backup: 'a.backup',
      lifecycle: 'a.lifecycle',
    },
    scope: `a.lifecycle <> 'disposed' and ${isLeftIn('a.id')}`,
  },
  {
    type: 'data-flow',
    table: 'data_flow f',
    alias: 'f',
    tag: 'null',
    kind: `'data-flow'`,
    holdsEphi: 'null::boolean',
    called: `f.code || ' ' || f.name`,
    facts: {
      transportSecurity: 'f.transport_security',
      counterparty: 'f.counterparty',
      offshore: 'f.offshore',
    },
    scope: `f.active and ${endIsLeftIn('f.from_asset_id')} and ${endIsLeftIn('f.to_asset_id')}`,
  },
];

export const inScope = ({ alias, scope }: SubjectSource): string =>
  `${alias}.organization_id = $1 and ${scope}`;

export const factsOf = ({ facts }: SubjectSource): string =>
  `jsonb_build_object(${Object.entries(facts)
    .map(([name, column]) => `'${name}', ${column}`)
    .join(', ')})`;

export const subjectColumns = (source: SubjectSource): string =>
  `'${source.type}' as type, ${source.alias}.id, ${source.tag} as tag, ${source.alias}.name, ${source.kind} as kind,
   ${factsOf(source)} as facts`;

/** Whether any of these kinds can come from there. */
export function kindsOf({ type }: SubjectSource, kinds: readonly string[]): boolean {
  return kinds.some((kind) => (kind === 'data-flow') === (type === 'data-flow'));
}
