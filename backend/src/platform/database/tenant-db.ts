import type { Writable } from 'node:stream';
import type { PoolClient } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { AuditRecorder } from '../audit/recorder.js';
import { currentContext, type RequestContext } from '../context/request-context.js';
import type { DataKeys, KeyRing } from '../crypto/data-keys.js';
import { calendarDateIn, type CalendarDate } from '../kernel/calendar-date.js';
import { databaseClock, type Clock } from './clock.js';
import { DatabaseTime } from './database-time.js';
import { enqueue, type EnqueueOptions } from '../outbox/enqueue.js';
import type { JobDefinition } from '../jobs/define-job.js';
import { goBackTo } from './past-day.js';
import { PlannedStatements, planIsLost, type Planning, type Send } from './planned-statements.js';
import { close, endBehind, poolOf } from './pool-client.js';
import { UUID } from './uuid-text.js';

/** What a read may do: SQL under row-level security, and open encrypted fields. */
export interface ReadTx {
  readonly organizationId: string;
  readonly fieldKeys: KeyRing;
  /** The database's clock at the start of the transaction. */
  readonly now: Date;
  /** That instant's date in the organization's zone. */
  readonly today: CalendarDate;
  /** `planning`: `each-time`, unless it is asked all day and its parameters do not decide the best way. */
  query<Row>(sql: string, params?: unknown[], planning?: Planning): Promise<Row[]>;
}

/** What a write may do besides: records through TypeORM, the audit record, jobs. All commit together. */
export interface WriteTx extends ReadTx {
  readonly manager: EntityManager;
  readonly audit: AuditRecorder;
  enqueue<P extends Record<string, unknown>>(
    job: JobDefinition<P>,
    payload: P,
    options?: EnqueueOptions,
  ): Promise<void>;
}

type Times = Pick<ReadTx, 'now' | 'today'>;

/** The only door to organizations' data. Every transaction begins by naming the organization; none, no rows. */
export class TenantDb {
  private readonly planned = new PlannedStatements();

  constructor(
    private readonly source: DataSource,
    private readonly keys: DataKeys,
    private readonly clock: Clock = databaseClock,
    private readonly databaseTime = new DatabaseTime(),
  ) {}

  /**
   * Runs `work` in a read-only transaction of the current organization. Its first statement travels with the one
   * that begins the transaction, and nobody waits for the commit: a read of one statement takes one turn.
   */
  async read<T>(work: (tx: ReadTx) => Promise<T>): Promise<T> {
    const context = currentContext();
    const organizationId = organizationOf(context);
    const fieldKeys = await this.keys.ring(organizationId, 'field');
    const client = await poolOf(this.source).connect();
    try {
      const estimate = context.asOf ? null : this.databaseTime.estimate();
      const sendTogether = estimate ? holdBack(client) : () => undefined;
      const begun = begin(client, organizationId, 'read only').then((now) => this.databaseTime.heard(now));
      // Whoever waits for it below hears of its failure; until then it must not count as unheard.
      begun.catch(() => undefined);
      const times = context.asOf
        ? await begun.then(() => goBackTo(client, context.asOf!, context.timeZone))
        : this.times(estimate ?? (await begun), context);
      const send = this.planned.sender(client, context.asOf === undefined);
      const query = async <Row>(sql: string, params: unknown[] = [], planning?: Planning): Promise<Row[]> =>
        (await send(sql, params, planning)).rows as Row[];
      const working = work({ organizationId, fieldKeys, ...times, query });
      sendTogether();
      const result = await working;
      // Without the organization there would be no rows instead of an error.
      await begun;
      endBehind(client, 'commit');
      return result;
    } catch (error) {
      if (planIsLost(error)) client.release(error);
      else endBehind(client, 'rollback');
      throw error;
    }
  }

  /** Runs `work` in one transaction; rolls back when it throws, and when it recorded nothing for the audit. */
  async write<T>(work: (tx: WriteTx) => Promise<T>): Promise<T> {
    const context = currentContext();
    const organizationId = organizationOf(context);
    const fieldKeys = await this.keys.ring(organizationId, 'field');
    const auditKeys = await this.keys.ring(organizationId, 'auditdetail');
    const runner = this.source.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    try {
      const now = this.databaseTime.heard(await begin(client, organizationId, 'read write'));
      const times = await this.tell(client, now, context);
      const manager = withinTransaction(runner);
      const run = (sql: string, params: unknown[] = []): Promise<unknown> => {
        // Statements that are asked for side by side leave in one piece.
        process.nextTick(holdBack(client));
        return manager.query(sql, params);
      };
      const send = this.planned.sender(client, context.asOf === undefined);
      const kept = async <Row>(sql: string, params: unknown[], planning: Planning): Promise<Row[]> => {
        process.nextTick(holdBack(client));
        // Never forced here: what TypeORM sends behind it would be planned so, too.
        return (await send(sql, params, planning === 'once' ? 'kept' : planning)).rows as Row[];
      };
      const audit = new AuditRecorder(context, organizationId, now, auditKeys);
      const result = await work({
        organizationId,
        fieldKeys,
        ...times,
        query: async <Row>(sql: string, params: unknown[] = [], planning: Planning = 'each-time') =>
          planning === 'each-time' ? rowsOf<Row>(await run(sql, params)) : kept<Row>(sql, params, planning),
        manager,
        audit,
        enqueue: (job, payload, options) => enqueue(run, organizationId, job, payload, options),
      });
      if (audit.isEmpty) throw new Error('a write must record what it did: nothing was given to tx.audit');
      await appendAndCommit(client, audit, send);
      return result;
    } catch (error) {
      // What went wrong is told, also when the connection is gone.
      await client.query('rollback').catch(() => undefined);
      if (planIsLost(error)) close(client);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** What changes rows keeps what they said under the time of the product's records, where that is not the database's. */
  private async tell(client: PoolClient, databaseNow: Date, context: RequestContext): Promise<Times> {
    if (context.asOf) return goBackTo(client, context.asOf, context.timeZone);
    const times = this.times(databaseNow, context);
    if (times.now.getTime() !== databaseNow.getTime())
      await client.query(`select set_config('app.now', $1, true)`, [times.now.toISOString()]);
    return times;
  }

  private times(databaseNow: Date, context: RequestContext): Times {
    const now = this.clock.read(databaseNow);
    return { now, today: calendarDateIn(context.timeZone, now) };
  }
}

/** TypeORM answers [rows, count] for update and delete, and rows for everything else. */
function rowsOf<Row>(answer: unknown): Row[] {
  const list = answer as unknown[];
  return (
    list.length === 2 && Array.isArray(list[0]) && typeof list[1] === 'number' ? list[0] : list
  ) as Row[];
}

/** What is sent from now on leaves in one piece when the answer is called: each piece costs a system call on both sides. */
function holdBack(client: PoolClient): () => void {
  // pg has the socket and its types do not.
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  stream.cork();
  return () => stream.uncork();
}

/**
 * Appends the events and commits, in one turn: nobody waits for the first before sending the last. An append that fails
 * has spoilt the transaction, so that the commit behind it takes everything back. Thousands of events go ahead in
 * pieces: made at once they would keep the process from everything else, a worker from renewing its hold on the job.
 */
async function appendAndCommit(client: PoolClient, audit: AuditRecorder, send: Send): Promise<void> {
  for (const { sql, params } of audit.pieces()) await client.query(sql, params);
  // Sent in this order, before anything is awaited: the commit is the last that leaves.
  const sendTogether = holdBack(client);
  const appended = audit.statements().map(({ sql, params }) => send(sql, params, 'kept'));
  const committed = client.query('commit');
  sendTogether();
  const [{ command }] = await Promise.all([committed, ...appended]);
  if (command !== 'COMMIT') throw new Error(`the transaction was not committed: ${command}`);
}

/** Lets TypeORM know that a transaction runs which it did not begin; what saves records would begin its own. */
function withinTransaction(runner: QueryRunner): EntityManager {
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
  return runner.manager;
}

async function begin(
  client: PoolClient,
  organizationId: string,
  mode: 'read only' | 'read write',
): Promise<Date> {
  // One round trip. The id was checked to be a UUID, so it may stand in the text.
  const answers = (await client.query(
    `begin ${mode}; select set_config('app.organization_id', '${organizationId}', true), clock_timestamp() as now`,
  )) as unknown as { rows: { now: Date }[] }[];
  return answers[1]!.rows[0]!.now;
}

function organizationOf(context: RequestContext): string {
  if (!context.organizationId || !UUID.test(context.organizationId)) {
    throw new Error('no organization in the request context: tenant data is out of reach');
  }
  return context.organizationId;
}
