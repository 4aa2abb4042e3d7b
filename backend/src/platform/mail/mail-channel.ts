import type { Config } from '../config/config.js';
import { currentContext } from '../context/request-context.js';
import { newId } from '../database/new-id.js';
import type { TenantDb, WriteTx } from '../database/tenant-db.js';
import { log } from '../logging/log.js';
import type { MailDefinition } from './define-mail.js';
import type { Deliveries } from './deliveries.js';
import { recipientsOf, type Recipient } from './recipients.js';
import { addMessage, OWN_ADDRESS } from './mailbox-messages.js';
import type { Letter } from './mail-template.js';
import type { MailTemplates } from './mail-templates.js';
import { MailRefused, messageIdOf, type Envelope, type Smtp } from './smtp.js';

type Fields = Record<string, unknown>;

/** One message to some members, about one record. */
export interface Notice<F extends Fields, T extends Fields> {
  mail: MailDefinition<F, T>;
  /** Two notices with the same key are one, however often and by whomever they are asked for. */
  key: string;
  /** Members; who left the organization gets nothing. */
  to: string[];
  about: { type: string; id: string };
  /** Path of the page of the UI that shows it. */
  path: string;
  facts: F;
  typed: T;
}

/** Brings notices to people: into their mailbox, and by mail where a mail server is set up. Each once. */
export class MailChannel {
  constructor(
    private readonly db: TenantDb,
    private readonly templates: MailTemplates,
    private readonly deliveries: Deliveries,
    private readonly smtp: Smtp | null,
    private readonly config: Config,
  ) {}

  /** Throws when a mail could not be handed over: the job tries again, and what was delivered is not delivered twice. */
  async send<F extends Fields, T extends Fields>(notice: Notice<F, T>): Promise<void> {
    const { organizationName, recipients } = await this.db.read((tx) => recipientsOf(tx, notice.to));
    let failure: unknown;
    for (const recipient of recipients) {
      await this.toMailbox(notice, recipient, organizationName);
      if (!this.smtp) continue;
      const common = {
        organizationName,
        recipientName: recipient.name,
        link: this.config.PUBLIC_URL + notice.path,
      };
      await this.byMail(
        notice,
        recipient,
        recipient.memberId,
        this.templates.outside(notice.mail, common, notice.facts),
      ).catch((error: unknown) => (failure = error));
    }
    if (failure !== undefined) throw failure as Error;
  }

  /** To somebody who is no member yet; only where a mail server is set up. */
  async sendOutside<F extends Fields>(
    notice: Omit<Notice<F, Record<string, never>>, 'to' | 'typed'>,
    to: Envelope,
    organizationName: string,
  ): Promise<void> {
    const common = { organizationName, recipientName: to.name, link: this.config.PUBLIC_URL + notice.path };
    await this.byMail(notice, to, null, this.templates.outside(notice.mail, common, notice.facts));
  }

  private async toMailbox<F extends Fields, T extends Fields>(
    notice: Notice<F, T>,
    recipient: Recipient,
    organizationName: string,
  ): Promise<void> {
    const common = { organizationName, recipientName: recipient.name, link: OWN_ADDRESS + notice.path };
    const letter = this.templates.inside(notice.mail, common, notice.facts, notice.typed);
    try {
      await this.db.write(async (tx) => {
        await claimNow(tx, `${notice.key}|mailbox|${recipient.memberId}`, recipient.memberId);
        await addMessage(tx, {
          recipientId: recipient.memberId,
          template: notice.mail.name,
          subject: letter.subject,
          text: letter.text,
          path: notice.path,
        });
        record(tx, notice, recipient.memberId, 'mailbox');
      });
    } catch (error) {
      if (!(error instanceof DeliveredBefore)) throw error;
    }
  }

  private async byMail(
    notice: Pick<Notice<Fields, Fields>, 'key' | 'about'> & { mail: { name: string } },
    to: Envelope,
    memberId: string | null,
    letter: Letter,
  ): Promise<void> {
    const organizationId = currentContext().organizationId!;
    const key = `${notice.key}|smtp|${memberId ?? 'outside'}`;
    const claim = await this.deliveries.claim(organizationId, key, 'smtp', memberId);
    if (claim === 'sent') return;
    if (claim === 'elsewhere') throw new Error('another worker is sending this mail: looking again later');
    try {
      await this.smtp!.send(letter, to, messageIdOf(organizationId, key, this.config.PUBLIC_URL));
    } catch (error) {
      if (error instanceof MailRefused) return this.recordRefusal(notice, memberId, error);
      await this.deliveries.release(organizationId, key);
      throw error;
    }
    await this.db.write(async (tx) => {
      await tx.query('update delivery set sent_at = now() where organization_id = $1 and dedupe_key = $2', [
        organizationId,
        key,
      ]);
      record(tx, notice, memberId, 'smtp');
    });
  }

  /** The server will say no to this address again: the mailbox has the message, the audit log the fact. */
  private async recordRefusal(
    notice: { mail: { name: string }; about: { type: string; id: string } },
    memberId: string | null,
    error: Error,
  ): Promise<void> {
    log.warn({ err: error, mail: notice.mail.name }, 'mail refused');
    await this.db.write((tx) => {
      tx.audit.record({
        action: 'notice.refused',
        target: { type: 'member', id: memberId },
        parent: notice.about,
        outcome: 'failed',
        reasonCode: 'mail.refused',
        detail: { mail: notice.mail.name, channel: 'smtp' },
      });
      return Promise.resolve();
    });
  }
}

class DeliveredBefore extends Error {}

/** The claim, the message and the record are one transaction: the mailbox has each message exactly once. */
async function claimNow(tx: WriteTx, dedupeKey: string, recipientId: string): Promise<void> {
  const rows = await tx.query(
    `insert into delivery (organization_id, id, dedupe_key, channel, recipient_id, sent_at)
     values ($1, $2, $3, 'mailbox', $4, now()) on conflict (organization_id, dedupe_key) do nothing returning id`,
    [tx.organizationId, newId(), dedupeKey, recipientId],
  );
  if (rows.length === 0) throw new DeliveredBefore();
}

function record(
  tx: WriteTx,
  notice: { mail: { name: string }; about: { type: string; id: string } },
  memberId: string | null,
  channel: 'mailbox' | 'smtp',
): void {
  tx.audit.record({
    action: 'notice.delivered',
    target: { type: 'member', id: memberId },
    parent: notice.about,
    detail: { mail: notice.mail.name, channel },
  });
}
