import { t } from '~/messages';
import { asOfFilter } from '~/ui/table/as-of';
import type { ListFilter } from '~/ui/table/list-filters';
import { COUNTERPARTIES, counterpartyLabel, TRANSPORT_SECURITIES, transportLabel } from './flow-labels';
import { choicesOf } from './labels';

export const FLOW_FILTERS = [
  'q',
  'transportSecurity',
  'counterparty',
  'hasConcerns',
  'active',
  'assetId',
  'vendorId',
  'asOf',
] as const;
const isDrawn = (name: string) => name !== 'active' && name !== 'asOf';
/** What has ended is never drawn, and what is drawn is today's. */
export const DIAGRAM_FILTERS = FLOW_FILTERS.filter(isDrawn);
export const diagramFilters = (): ListFilter[] => flowFilters().filter(({ name }) => isDrawn(name));
export type FlowFilters = Partial<Record<(typeof FLOW_FILTERS)[number], string>>;

export function flowFilters(): ListFilter[] {
  return [
    { kind: 'search', name: 'q', label: t('dataFlows.searchLabel') },
    {
      kind: 'choice',
      name: 'hasConcerns',
      label: t('dataFlows.filterConcerns'),
      choices: [
        { value: 'true', label: t('dataFlows.withConcerns') },
        { value: 'false', label: t('dataFlows.withoutConcerns') },
      ],
    },
    {
      kind: 'choice',
      name: 'transportSecurity',
      label: t('dataFlows.filterTransport'),
      choices: choicesOf(TRANSPORT_SECURITIES, transportLabel),
    },
    {
      kind: 'choice',
      name: 'counterparty',
      label: t('dataFlows.filterCounterparty'),
      choices: choicesOf(COUNTERPARTIES, counterpartyLabel),
      more: true,
    },
    {
      kind: 'choice',
      name: 'active',
      label: t('dataFlows.filterActive'),
      choices: [
        { value: 'true', label: t('dataFlows.yes') },
        { value: 'false', label: t('dataFlows.no') },
      ],
      more: true,
    },
    asOfFilter(),
    {
      kind: 'linked',
      name: 'assetId',
      label: t('dataFlows.filterAsset'),
      value: t('dataFlows.thisAsset'),
    },
    {
      kind: 'linked',
      name: 'vendorId',
      label: t('dataFlows.filterVendor'),
      value: t('dataFlows.thisVendor'),
    },
  ];
}
