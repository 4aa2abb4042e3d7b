import type { paths } from '~/api/schema';
import type { Reply } from '~/api/reply';
import { KINDS, kindLabel } from '~/features/inventory/labels';
import { t } from '~/messages';
import { filtersOf } from '~/ui/table/list-address';
import type { ListFilter } from '~/ui/table/list-filters';

type Query = NonNullable<paths['/api/v1/assessments/{id}/proposals']['get']['parameters']['query']>;
type Choices = Reply<'/api/v1/assessments/{id}/proposals', 'get'>['choices'];

export type ProposalState = NonNullable<Query['state']>;
export const PROPOSAL_STATES: ProposalState[] = ['open', 'accepted', 'dismissed'];

/** What narrows assets and flows, and what narrows pairs besides. */
const THING_FILTERS = ['kind', 'q', 'holdsEphi', 'assetId', 'flowId'] as const;
const FILTERS = [...THING_FILTERS, 'threatId', 'vulnerabilityId', 'pairId', 'state'] as const;

/** The filters and the page of the address. Values that do not fit are refused by the API, by name. */
export function proposalQuery(request: Request): Query & { state: ProposalState } {
  const filters = filtersOf(request, FILTERS) as Omit<Query, 'limit'>;
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  return { ...filters, state: filters.state ?? 'open', cursor };
}

/** Only what narrows assets and flows: for the page of one pair. */
export function thingFilters(
  request: Request,
): Pick<Query, 'kind' | 'q' | 'assetId' | 'flowId' | 'holdsEphi'> {
  return filtersOf(request, THING_FILTERS) as Pick<Query, (typeof THING_FILTERS)[number]>;
}

export function kindWord(kind: string): string {
  const known = KINDS.find((candidate) => candidate === kind);
  return known ? kindLabel(known) : t('proposals.kindFlow');
}

export function thingFilterFields(): ListFilter[] {
  return [
    { kind: 'named', name: 'q', label: t('proposals.thing'), search: '/search/choices?of=things' },
    {
      kind: 'choice',
      name: 'kind',
      label: t('proposals.kind'),
      choices: [...KINDS, 'data-flow'].map((value) => ({ value, label: kindWord(value) })),
    },
    {
      kind: 'choice',
      name: 'holdsEphi',
      label: t('proposals.holdsEphi'),
      choices: [
        { value: 'true', label: t('proposals.withEphi') },
        { value: 'false', label: t('proposals.withoutEphi') },
      ],
    },
    { kind: 'linked', name: 'assetId', label: t('assessments.asset'), value: t('proposals.thisOne') },
    { kind: 'linked', name: 'flowId', label: t('proposals.kindFlow'), value: t('proposals.thisOne') },
  ];
}

export function proposalFilterFields({ threats, vulnerabilities }: Choices): ListFilter[] {
  const choices = (rows: Choices['threats']) => rows.map(({ id, title }) => ({ value: id, label: title }));
  return [
    ...thingFilterFields(),
    { kind: 'choice', name: 'threatId', label: t('proposals.threat'), choices: choices(threats), more: true },
    {
      kind: 'choice',
      name: 'vulnerabilityId',
      label: t('assessments.weakPoint'),
      choices: choices(vulnerabilities),
      more: true,
    },
    { kind: 'linked', name: 'pairId', label: t('proposals.pair'), value: t('proposals.thisOne') },
  ];
}
