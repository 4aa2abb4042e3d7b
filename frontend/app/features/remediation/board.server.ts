import { read } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import { shownOfAction, type ActionRow } from './action-columns';
import type { actionQuery } from './action-filters';
import { ACTION_STATUSES, type ActionStatus, isOpen } from './words';

/** A column shows the soonest of its actions; the list has the rest. */
const IN_A_COLUMN = 12;

export interface BoardColumn {
  status: ActionStatus;
  actions: ActionRow[];
  total: number;
  totalIsCapped: boolean;
}

/** The columns that the filters leave. */
export async function loadBoard(api: Api, query: ReturnType<typeof actionQuery>): Promise<BoardColumn[]> {
  const { cursor: _ofList, sort: _always, status: asked, ...filters } = query;
  const shown = ACTION_STATUSES.filter(
    (status) => !asked || asked === status || (asked === 'unfinished' && isOpen(status)),
  );
  return Promise.all(
    shown.map(async (status) => {
      const of = { ...filters, status, sort: 'due' as const, limit: IN_A_COLUMN };
      const { items, total, totalIsCapped } = await read(
        api.GET('/api/v1/actions', { params: { query: of } }),
      );
      return { status, actions: items.map(shownOfAction), total, totalIsCapped };
    }),
  );
}
