import { t } from '~/messages';
import { StatusBadge, type Tone } from '~/ui/text/status-badge';
import {
  daysLeftTone,
  daysLeftWords,
  SEVERITY_TONE,
  severityWord,
  stateWord,
  type Duty,
  type Incident,
  type IncidentState,
} from './incident-words';

const STATE_TONE: Partial<Record<IncidentState, Tone>> = { reported: 'warn', closed: 'good' };

export function StateBadge({ state }: { state: IncidentState }) {
  return <StatusBadge tone={STATE_TONE[state] ?? 'info'}>{stateWord(state)}</StatusBadge>;
}

export function SeverityBadge({ severity }: Pick<Incident, 'severity'>) {
  return (
    <StatusBadge tone={severity === null ? 'neutral' : SEVERITY_TONE[severity]}>
      {severityWord(severity)}
    </StatusBadge>
  );
}

/** How far the outer limit is away, or how the notice ended. */
export function DutyBadge({ duty: { status, daysLeft } }: { duty: Pick<Duty, 'status' | 'daysLeft'> }) {
  if (daysLeft !== null)
    return <StatusBadge tone={daysLeftTone(daysLeft)}>{daysLeftWords(daysLeft)}</StatusBadge>;
  return (
    <StatusBadge tone={status === 'met' ? 'good' : 'neutral'}>
      {t(`incidents.dutyStatus_${status}`)}
    </StatusBadge>
  );
}
