import type { ItemOf, Reply } from '~/api/reply';
import { t } from '~/messages';
import type { Tone } from '~/ui/text/status-badge';

export type Scan = Reply<'/api/v1/scans/{id}', 'get'>;
export type ScanSummary = ItemOf<'/api/v1/scans'>;
export type ScanRow = ItemOf<'/api/v1/scans/{id}/rows'>;
export type ScanHost = ItemOf<'/api/v1/scans/{id}/hosts'>;
export type ScanRun = ItemOf<'/api/v1/scans/{id}/runs'>;
export type ScanUndoPlan = Reply<'/api/v1/scans/{id}/undo', 'get'>;
export type ScanField = NonNullable<Scan['columns'][number]['field']>;
export type ScanOutcome = ScanRow['outcome'];

export const SCAN_OUTCOMES: ScanOutcome[] = ['new', 'known', 'came-back', 'no-asset', 'bad', 'left-out'];
export const OUTCOME_TONES: Record<ScanOutcome, Tone> = {
  new: 'info',
  known: 'neutral',
  'came-back': 'warn',
  'no-asset': 'warn',
  bad: 'bad',
  'left-out': 'neutral',
};
export const SCAN_STATUS_TONES: Record<ScanSummary['status'], Tone> = {
  previewed: 'warn',
  committed: 'good',
  undoing: 'info',
  undone: 'neutral',
};

export const SCAN_FIELDS: ScanField[] = [
  'host',
  'address',
  'dns',
  'tool',
  'ruleId',
  'title',
  'cve',
  'severity',
  'cvss',
  'port',
  'protocol',
  'location',
  'description',
  'output',
  'solution',
  'firstSeen',
  'lastSeen',
  'state',
];
export const scanFieldLabel = (field: ScanField) => t(`scans.field_${field}`);

/** Rows that a commit would leave out. */
export const unusable = ({ counts }: Scan) => counts.bad + counts['no-asset'];
/** Rows of which something comes over. */
export const usable = ({ counts }: Scan) => counts.new + counts.known + counts['came-back'];
