import type { Reply } from '~/api/reply';
import { t } from '~/messages';
import type { Severity } from '~/ui/records/heat-map';
import type { Tone } from '~/ui/text/status-badge';

export type Risk = Reply<'/api/v1/risks/{id}', 'get'>;
export type Treatment = NonNullable<Risk['treatment']>;
export type RiskStatus = Risk['status'];
export type Scale = Risk['scale'];

export const TREATMENTS = ['mitigate', 'transfer', 'avoid', 'accept'] as const satisfies readonly Treatment[];
export const RISK_STATUSES = ['open', 'treated', 'closed'] as const satisfies readonly RiskStatus[];
export const RISK_TONE: Record<RiskStatus, Tone> = { open: 'info', treated: 'good', closed: 'neutral' };

export const riskNumber = (number: number) => t('risks.numberOf', { number: String(number) });
export const treatmentWord = (treatment: Treatment) => t(`risks.treatment_${treatment}`);
export type AcceptanceStanding = Risk['acceptances'][number]['standing'];
export const ACCEPTANCE_TONE: Record<AcceptanceStanding, Tone> = {
  asked: 'warn',
  'in-force': 'good',
  stale: 'bad',
  ended: 'bad',
  refused: 'neutral',
  withdrawn: 'neutral',
};
export const acceptanceWord = (standing: AcceptanceStanding) => t(`risks.acceptance_${standing}`);
export const riskStatusWord = (status: RiskStatus) => t(`risks.status_${status}`);

const SEVERITIES: Severity[] = ['lowest', 'low', 'middle', 'high', 'highest'];
const FULL = 100;

/** A level's rank goes from 0, the lowest of its scale, to 100, the highest: scales of three and of five look alike. */
export function severityOf(rank: number): Severity {
  return SEVERITIES[Math.round((rank / FULL) * (SEVERITIES.length - 1))] ?? 'lowest';
}
