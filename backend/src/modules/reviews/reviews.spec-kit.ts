import type { Agent } from 'supertest';
import type { TestApp } from '../../testing/test-app.js';
import type { ReviewableRecord, RecordReviewsView, ReviewedRecords } from './reviews.schemas.js';
export { WatchReviews } from './jobs/watch-reviews.task.js';

export const STILL_RIGHT = { outcome: 'still-right', reason: 'Seen on its shelf, as it is written' } as const;
export const NEEDS_CHANGE = { outcome: 'needs-change', reason: 'It stands in another room now' } as const;

export async function review(
  agent: Agent,
  records: readonly { id: string; version: number }[],
  said: { outcome: string; reason: string } = STILL_RIGHT,
): Promise<ReviewedRecords> {
  const body = { records: records.map(({ id, version }) => ({ id, version })), ...said };
  return (await agent.post('/api/v1/record-reviews').send(body).expect(201)).body as ReviewedRecords;
}

export async function listed(agent: Agent, query = ''): Promise<ReviewableRecord[]> {
  const answer = await agent.get(`/api/v1/record-reviews${query}`).expect(200);
  return (answer.body as { items: ReviewableRecord[] }).items;
}

export async function shown(agent: Agent, id: string): Promise<RecordReviewsView> {
  return (await agent.get(`/api/v1/record-reviews/${id}`).expect(200)).body as RecordReviewsView;
}

/** As if it had been entered so many days ago. */
export async function enteredEarlier(
  test: TestApp,
  table: 'asset' | 'data_flow' | 'vendor' | 'risk',
  days: number,
  ids?: readonly string[],
): Promise<void> {
  await test.database.asSuperuser(
    `update ${table} set created_at = created_at - make_interval(days => $1)
     where $2::text[] is null or replace(id::text, '-', '') = any ($2)`,
    [days, ids?.map((id) => id.slice(4)) ?? null],
  );
}
