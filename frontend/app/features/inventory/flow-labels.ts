import type { ItemOf } from '~/api/reply';
import { t } from '~/messages';
import type { Tone } from '~/ui/text/status-badge';

export type DataFlow = ItemOf<'/api/v1/data-flows'>;
export type Concern = DataFlow['concerns'][number];
export type ConcernMark = Pick<Concern, 'kind' | 'severity'>;
export type FlowEnd = Pick<DataFlow['from'], 'assetId' | 'vendorId' | 'name'>;

/** A flow as the table and the diagram show it. */
export interface ShownFlow extends Pick<
  DataFlow,
  'id' | 'code' | 'name' | 'active' | 'counterparty' | 'phiTypes' | 'transportMethod' | 'transportSecurity'
> {
  from: FlowEnd;
  to: FlowEnd;
  concerns: ConcernMark[];
}

type Counterparty = DataFlow['counterparty'];
type TransportSecurity = DataFlow['transportSecurity'];

export const COUNTERPARTIES: Counterparty[] = ['internal', 'vendor', 'patient', 'government', 'other'];
export const TRANSPORT_SECURITIES: TransportSecurity[] = ['encrypted', 'partial', 'none', 'unknown'];

export const counterpartyLabel = (counterparty: Counterparty) => t(`dataFlows.counterparty_${counterparty}`);
export const transportLabel = (security: TransportSecurity) => t(`dataFlows.transport_${security}`);
export const concernLabel = (kind: Concern['kind']) => t(`dataFlows.concern_${kind}`);
export const concernText = (kind: Concern['kind']) => t(`dataFlows.concernText_${kind}`);

export const TRANSPORT_TONES: Record<TransportSecurity, Tone> = {
  encrypted: 'good',
  partial: 'warn',
  none: 'bad',
  unknown: 'warn',
};

/** How a flow stands out as a whole. */
export function severityOf(concerns: readonly ConcernMark[]): 'none' | 'moderate' | 'high' {
  if (concerns.some(({ severity }) => severity === 'high')) return 'high';
  return concerns.length > 0 ? 'moderate' : 'none';
}
