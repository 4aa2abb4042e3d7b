import { typedId } from '../../../platform/kernel/typed-id.js';
import type { IncidentReceipt } from '../incident.schemas.js';
import type { IncidentRecord } from '../persistence/incident.record.js';

export type ReceiptFacts = Pick<IncidentRecord, 'id' | 'number' | 'title' | 'kind' | 'state' | 'reportedAt'>;

export function receipt(incident: ReceiptFacts, opens: boolean): IncidentReceipt {
  return {
    id: typedId('incident', incident.id),
    number: incident.number,
    title: incident.title,
    kind: incident.kind,
    state: incident.state,
    reportedAt: incident.reportedAt.toISOString(),
    opens,
  };
}
