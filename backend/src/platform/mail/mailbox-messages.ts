import { encryptedColumn } from '../crypto/encrypted-column.js';
import { newId } from '../database/new-id.js';
import type { ReadTx, WriteTx } from '../database/tenant-db.js';

const body = encryptedColumn('mailbox_message', 'body');

/** Stands for the installation's own address in a stored message; PUBLIC_URL may change after it was written. */
export const OWN_ADDRESS = 'https://part164.invalid';

export interface MessageBody {
  text: string;
  /** Path of the page that the message is about. */
  path: string;
}

export interface MessageRow {
  id: string;
  subject: string;
  created_at: Date;
  read_at: Date | null;
  body: Buffer;
}

const COLUMNS = 'id, subject, created_at, read_at, body';

export async function addMessage(
  tx: WriteTx,
  message: { recipientId: string; template: string; subject: string } & MessageBody,
): Promise<string> {
  const id = newId();
  const { text, path } = message;
  await tx.query(
    'insert into mailbox_message (organization_id, id, recipient_id, template, subject, body, created_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [
      tx.organizationId,
      id,
      message.recipientId,
      message.template,
      message.subject,
      body.seal(tx, id, JSON.stringify({ text, path })),
      tx.now,
    ],
  );
  return id;
}

export function openBody(tx: ReadTx, row: MessageRow): MessageBody {
  return JSON.parse(body.open(tx, row.id, row.body)) as MessageBody;
}

/** Newest first: ids are made in the order of time. */
export function messagesOf(
  tx: ReadTx,
  recipientId: string,
  before: string | null,
  limit: number,
): Promise<MessageRow[]> {
  return tx.query<MessageRow>(
    `select ${COLUMNS} from mailbox_message
     where organization_id = $1 and recipient_id = $2 and ($3::uuid is null or id < $3) order by id desc limit $4`,
    [tx.organizationId, recipientId, before, limit],
  );
}

export async function messageOf(
  tx: ReadTx,
  recipientId: string,
  id: string,
): Promise<MessageRow | undefined> {
  const [row] = await tx.query<MessageRow>(
    `select ${COLUMNS} from mailbox_message where organization_id = $1 and recipient_id = $2 and id = $3`,
    [tx.organizationId, recipientId, id],
  );
  return row;
}

const COUNT_CAP = 10_000;

export async function countsOf(
  tx: ReadTx,
  recipientId: string,
): Promise<{ total: number; unread: number; totalIsCapped: boolean }> {
  const counted = (filter: string): string =>
    `(select count(*)::int from (select 1 from mailbox_message
      where organization_id = $1 and recipient_id = $2 ${filter} limit ${COUNT_CAP + 1}) as counted)`;
  const [row] = await tx.query<{ total: number; unread: number }>(
    `select ${counted('')} as total, ${counted('and read_at is null')} as unread`,
    [tx.organizationId, recipientId],
  );
  const { total, unread } = row!;
  return {
    total: Math.min(total, COUNT_CAP),
    unread: Math.min(unread, COUNT_CAP),
    totalIsCapped: total > COUNT_CAP,
  };
}

export async function markRead(tx: WriteTx, recipientId: string, id: string): Promise<void> {
  await tx.query(
    `update mailbox_message set read_at = $4 where organization_id = $1 and recipient_id = $2 and id = $3 and read_at is null`,
    [tx.organizationId, recipientId, id, tx.now],
  );
}
