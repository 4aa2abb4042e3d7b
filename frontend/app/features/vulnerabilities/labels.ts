import type { ItemOf, Reply } from '~/api/reply';
import { t } from '~/messages';
import type { Tone } from '~/ui/text/status-badge';

export type Vulnerability = Reply<'/api/v1/vulnerabilities/{id}', 'get'>;
export type VulnerabilityItem = ItemOf<'/api/v1/vulnerabilities'>;
export type Severity = VulnerabilityItem['severity'];
export type VulnerabilityStatus = VulnerabilityItem['status'];

export const SEVERITIES: Severity[] = ['critical', 'high', 'medium', 'low', 'info'];
export const STATUSES: VulnerabilityStatus[] = ['open', 'fixed', 'false-positive', 'accepted'];

export const severityLabel = (severity: Severity) => t(`vulnerabilities.severity_${severity}`);
export const statusLabel = (status: VulnerabilityStatus) => t(`vulnerabilities.status_${status}`);

export const SEVERITY_TONES: Record<Severity, Tone> = {
  critical: 'bad',
  high: 'bad',
  medium: 'warn',
  low: 'info',
  info: 'neutral',
};
export const STATUS_TONES: Record<VulnerabilityStatus, Tone> = {
  open: 'warn',
  fixed: 'good',
  'false-positive': 'neutral',
  accepted: 'neutral',
};
