import { only } from '~/api/only';
import type { DataFlow, ShownFlow } from './flow-labels';

/** Of a flow, what a row of the table shows. */
export function shownOfFlow(flow: DataFlow): ShownFlow {
  return {
    ...only(
      flow,
      'id',
      'code',
      'name',
      'active',
      'counterparty',
      'phiTypes',
      'transportMethod',
      'transportSecurity',
    ),
    from: only(flow.from, 'assetId', 'vendorId', 'name'),
    to: only(flow.to, 'assetId', 'vendorId', 'name'),
    concerns: flow.concerns.map((concern) => only(concern, 'kind', 'severity')),
  };
}
