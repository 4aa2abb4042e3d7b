import { read } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import { riskNumber } from '~/features/risks/words';
import type { NamedRecord } from '~/ui/form/use-choices';
import { actionNumber, isOpen, type Action } from './words';

/** A list shows no more; who looks for another one types some of its words. */
const MOST = 30;

/** Risks of an analysis: the highest that are open, or those that fit the words or the number. */
export async function riskChoices(api: Api, assessmentId: string, q?: string): Promise<NamedRecord[]> {
  const query = q
    ? { assessmentId, q: namedBy(q, 'R'), limit: MOST }
    : { assessmentId, status: 'open' as const, limit: MOST };
  const { items } = await read(api.GET('/api/v1/risks', { params: { query } }));
  return items.map(({ number, title }) => ({ reference: riskNumber(number), title }));
}

/** Actions of the plan that are not finished, the soonest first, or those that fit the words or the number. */
export async function actionChoices(api: Api, q?: string): Promise<NamedRecord[]> {
  const query = { q: q && namedBy(q, 'A'), status: 'unfinished' as const, limit: MOST };
  const { items } = await read(api.GET('/api/v1/actions', { params: { query } }));
  return items.map(({ number, title }) => ({ reference: actionNumber(number), title }));
}

/** What the page of an action offers to who plans it; nothing to others, and nothing where it is settled. */
export async function choicesFor(api: Api, action: Action) {
  const mayRelate = action.allowedActions.includes('update') && isOpen(action.status);
  if (!mayRelate || !action.scale) return { risks: [], actions: [] };
  const [risks, actions] = await Promise.all([riskChoices(api, action.assessment.id), actionChoices(api)]);
  return { risks, actions };
}

/** `R-12`, `r12`, `12` and `R-12 A laptop is lost` are the number; anything else are words to look for. */
export function namedBy(typed: string, letter: 'R' | 'A'): string {
  const form = new RegExp(`^(?:${letter}-?(\\d{1,9})(?:\\s.*)?|(\\d{1,9}))$`, 'i');
  const [, named, bare] = form.exec(typed) ?? [];
  const number = named ?? bare;
  return number === undefined ? typed : `${letter}-${number}`;
}
