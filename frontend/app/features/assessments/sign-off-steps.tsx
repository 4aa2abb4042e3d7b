import type { Reply } from '~/api/reply';
import { t } from '~/messages';
import { Timeline } from '~/ui/records/timeline';

type Step = Reply<'/api/v1/assessments/{id}/sign-off', 'get'>['steps'][number];

export function SignOffSteps({ steps }: { steps: Step[] }) {
  const entries = [...steps].reverse().map(({ step, reason, by, at }) => ({
    id: `${step} ${at}`,
    at,
    who: by.name,
    what: t(`assessments.step_${step}`),
    note: reason || undefined,
    tone: step === 'approval' ? ('good' as const) : step === 'return' ? ('bad' as const) : ('plain' as const),
  }));
  return <Timeline entries={entries} label={t('assessments.steps')} />;
}
