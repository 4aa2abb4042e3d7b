import { createHash } from 'node:crypto';
import type { PoolClient, QueryResult } from 'pg';

/**
 * How the way to the rows is found. `each-time` by the values of the parameters, which is right where they decide what is
 * cheap: a word that is searched for, a list of ids. `kept` on each connection, for small statements that are asked all
 * day: PostgreSQL sees after five times whether the values matter. `once`, for large ones: planning them under row-level
 * security takes a third of their time, and PostgreSQL would plan on, since it takes that for nearly free.
 */
export type Planning = 'each-time' | 'kept' | 'once';

/** Each connection keeps each plan in PostgreSQL's memory: some hundred kilobytes for a large one. */
const MOST_PLANNED = 40;
/** Asked so often by this process before it takes one of these places. */
const ASKED_OFTEN = 3;
/** Texts whose askings are counted at a time; then the counting begins anew. */
const MOST_COUNTED = 500;

export type Send = (sql: string, params: unknown[], planning?: Planning) => Promise<QueryResult>;

/** The statements whose plans are kept: the first of them that were asked often. */
export class PlannedStatements {
  private readonly names = new Map<string, string>();
  private readonly asked = new Map<string, number>();

  /** Sends the statements of one transaction. `allowed`: the names in them mean what they always mean. */
  sender(client: PoolClient, allowed: boolean): Send {
    let generic = false;
    return (text, values, planning = 'each-time') => {
      const name = allowed && planning !== 'each-time' ? this.nameOf(text) : undefined;
      const force = name !== undefined && planning === 'once';
      if (force !== generic) {
        generic = force;
        choosePlans(client, force ? 'force_generic_plan' : 'auto');
      }
      return name === undefined ? client.query(text, values) : client.query({ name, text, values });
    };
  }

  private nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= MOST_PLANNED) return known;
    const times = (this.asked.get(text) ?? 0) + 1;
    if (this.asked.size >= MOST_COUNTED) this.asked.clear();
    this.asked.set(text, times);
    if (times < ASKED_OFTEN) return undefined;
    const name = `planned_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
    this.names.set(text, name);
    return name;
  }
}

function choosePlans(client: PoolClient, mode: 'auto' | 'force_generic_plan'): void {
  // Should it fail, the statement behind it fails with it and is heard.
  client.query(`set local plan_cache_mode = ${mode}`).catch(() => undefined);
}

const FEATURE_NOT_SUPPORTED = '0A000';
const NO_SUCH_STATEMENT = '26000';

/** A migration changed what a kept statement answers, or something between us and PostgreSQL lost it: begin anew. */
export function planIsLost(error: unknown): error is Error {
  const code = (error as { code?: unknown } | null)?.code;
  return code === FEATURE_NOT_SUPPORTED || code === NO_SUCH_STATEMENT;
}
