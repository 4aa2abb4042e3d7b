import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { currentMember } from '../context/request-context.js';
import { TenantDb, type ReadTx } from '../database/tenant-db.js';
import { notFound } from '../kernel/domain-error.js';
import { typedId } from '../kernel/typed-id.js';
import {
  countsOf,
  markRead,
  messageOf,
  messagesOf,
  openBody,
  OWN_ADDRESS,
  type MessageRow,
} from './mailbox-messages.js';
import type { MailboxMessage, MailboxPage, MailboxQuery } from './mailbox.schemas.js';

const SNIPPET = 160;

/** One's own messages and nobody else's, whatever one's role. */
@Injectable()
export class Mailbox {
  constructor(
    private readonly db: TenantDb,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list({ limit, cursor }: MailboxQuery): Promise<MailboxPage> {
    const { memberId } = currentMember();
    return this.db.read(async (tx) => {
      const rows = await messagesOf(tx, memberId, cursor ?? null, limit + 1);
      const { total, totalIsCapped, unread } = await countsOf(tx, memberId);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map((row) => ({ ...heading(row), snippet: this.snippet(tx, row) })),
        nextCursor: rows.length > limit && last ? typedId('message', last.id) : null,
        total,
        totalIsCapped,
        unreadCount: unread,
      };
    });
  }

  /** Opening a message marks it read; the first time is recorded. */
  async open(id: string): Promise<MailboxMessage> {
    const { memberId } = currentMember();
    const message = await this.db.read(async (tx) => {
      const row = await messageOf(tx, memberId, id);
      if (!row) throw notFound('message');
      const { text, path } = openBody(tx, row);
      return {
        ...heading(row),
        text: this.withOwnAddress(text),
        href: path,
        readAt: (row.read_at ?? tx.now).toISOString(),
        wasRead: row.read_at !== null,
      };
    });
    if (!message.wasRead) {
      await this.db.write(async (tx) => {
        await markRead(tx, memberId, id);
        tx.audit.record({ action: 'message.read', target: { type: 'message', id } });
      });
    }
    return message;
  }

  private snippet(tx: ReadTx, row: MessageRow): string {
    const words = this.withOwnAddress(openBody(tx, row).text).replaceAll(/\s+/g, ' ');
    return words.length > SNIPPET ? `${words.slice(0, SNIPPET - 1).trimEnd()}…` : words;
  }

  private withOwnAddress(text: string): string {
    return text.replaceAll(OWN_ADDRESS, this.config.PUBLIC_URL);
  }
}

function heading(row: MessageRow) {
  return {
    id: typedId('message', row.id),
    subject: row.subject,
    receivedAt: row.created_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  };
}
