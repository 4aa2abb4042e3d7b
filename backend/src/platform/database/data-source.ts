import { DataSource, type EntitySchema } from 'typeorm';

/** What TypeORM calls an entity: our record classes. */
export type RecordClass = (new () => object) | EntitySchema;

export function createDataSource(url: string, poolSize: number, records: RecordClass[]): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: records,
    synchronize: false,
    logging: false,
    poolSize,
    connectTimeoutMS: 10_000,
    extra: {
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 30_000,
      application_name: 'part164',
      // Statements go out as they come, without waiting for the answer to the one before.
      pipeline: true,
    },
  });
}
