import type { Reply } from '~/api/reply';
import { t } from '~/messages';
import type { Tone } from '~/ui/text/status-badge';

export type Action = Reply<'/api/v1/actions/{id}', 'get'>;
export type Effect = Action['effects'][number];
export type ActionStatus = Action['status'];

export const ACTION_STATUSES = [
  'planned',
  'in-progress',
  'done',
  'validated',
  'cancelled',
] as const satisfies readonly ActionStatus[];
export const ACTION_TONE: Record<ActionStatus, Tone> = {
  planned: 'neutral',
  'in-progress': 'info',
  done: 'warn',
  validated: 'good',
  cancelled: 'neutral',
};

export const actionStatusWord = (status: ActionStatus) => t(`remediation.status_${status}`);
export const actionNumber = (number: number) => t('remediation.numberOf', { number: String(number) });
/** Number and title; the number alone to those who may not see the action. */
export const actionName = ({ number, title }: { number: number; title: string | null }) =>
  [actionNumber(number), title].filter(Boolean).join(' ');
export const isOpen = (status: ActionStatus) => status === 'planned' || status === 'in-progress';

/** Something shows that it was done; what was withdrawn shows nothing. */
export const isProven = ({ evidence }: Pick<Action, 'evidence'>) =>
  evidence.some(({ withdrawnAt }) => withdrawnAt === null);
