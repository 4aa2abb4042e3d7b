import { t } from '~/messages';
import { Timeline } from '~/ui/records/timeline';
import type { Action } from './words';

export function ActionHistory({ history }: { history: Action['history'] }) {
  const entries = [...history].reverse().map((step) => ({
    id: `${step.transition} ${step.at}`,
    at: step.at,
    who: step.by.name,
    what: t(`remediation.did_${step.transition}`),
    note: step.note || undefined,
    tone:
      step.to === 'validated'
        ? ('good' as const)
        : step.to === 'cancelled'
          ? ('bad' as const)
          : ('plain' as const),
  }));
  return <Timeline entries={entries} label={t('remediation.history')} />;
}
