import type { MaterialChange } from './change-kinds.js';
import { changedFields } from './changed-fields.js';

/** Of a data flow, what decides whether the analysis still fits. Both ends as names. */
export interface FlowState {
  from: string;
  to: string;
  counterparty: string;
  phiTypes: readonly string[];
  transportSecurity: string;
  offshore: boolean;
  active: boolean;
}

/** Not material: name, purpose, minimum-necessary statement and method, which are words about the same way. */
const MATERIAL = [
  'from',
  'to',
  'counterparty',
  'phiTypes',
  'transportSecurity',
  'offshore',
  'active',
] as const;

/** What a change of a flow is for the analysis; null: nothing. `before` is null for a new one. */
export function flowChange(before: FlowState | null, after: FlowState): MaterialChange | null {
  if (!before?.active) return after.active ? { kind: 'data-flow-added', details: [] } : null;
  const details = changedFields(before, after, MATERIAL);
  return details.length > 0 ? { kind: 'data-flow-changed', details } : null;
}
