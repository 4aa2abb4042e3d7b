import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { log } from '../../../platform/logging/log.js';
import type { RunSql } from './pack-rows.js';

const CONNECTIONS = 2;
const IDLE_MS = 30_000;

/**
 * Packs are looked up in the middle of transactions too. With connections of their own such a look-up never waits for
 * one that a transaction holds which itself waits for a pack.
 */
@Injectable()
export class PackConnection implements OnApplicationShutdown {
  private readonly pool: pg.Pool;

  constructor(source: DataSource) {
    const { url } = source.options as { url: string };
    this.pool = new pg.Pool({
      connectionString: url,
      max: CONNECTIONS,
      idleTimeoutMillis: IDLE_MS,
      application_name: 'part164 packs',
      statement_timeout: 30_000,
    });
    this.pool.on('error', (error) => log.warn({ err: error }, 'connection for packs'));
  }

  readonly run: RunSql = async <Row>(sql: string, params: unknown[] = []) =>
    (await this.pool.query(sql, params)).rows as Row[];

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
