import { t } from '~/messages';
import { Timeline, type TimelineEntry } from '~/ui/records/timeline';
import { dayText } from '~/ui/text/date-text';
import type { Action } from './words';

/** How the action came to its status, and how its date moved: the newest first. */
export function ActionHistory({ action }: { action: Pick<Action, 'history' | 'dueMoves'> }) {
  const entries = [...action.history.map(stepEntry), ...action.dueMoves.map(moveEntry)].sort((a, b) =>
    b.at.localeCompare(a.at),
  );
  return <Timeline entries={entries} label={t('remediation.history')} />;
}

function stepEntry({
  transition,
  at,
  by,
  to,
  note,
  noEvidenceReason,
}: Action['history'][number]): TimelineEntry {
  const without = noEvidenceReason && t('remediation.withoutEvidence', { reason: noEvidenceReason });
  const tone = { validated: 'good' as const, cancelled: 'bad' as const }[to as string];
  return {
    id: `${transition} ${at}`,
    at,
    who: by.name,
    what: t(`remediation.did_${transition}`),
    note: [note, without].filter(Boolean).join(' ') || undefined,
    tone,
  };
}

function moveEntry({ from, to, reason, by, at }: Action['dueMoves'][number]): TimelineEntry {
  const what = to
    ? t('remediation.didMove', { from: dayText(from), to: dayText(to) })
    : t('remediation.didTakeAway', { from: dayText(from) });
  return { id: `move ${at}`, at, who: by.name, what, note: reason };
}
