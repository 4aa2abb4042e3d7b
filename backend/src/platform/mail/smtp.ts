import { createHash } from 'node:crypto';
import { createTransport, type Transporter } from 'nodemailer';
import type { Config } from '../config/config.js';
import type { Letter } from './mail-template.js';

export interface Envelope {
  name: string;
  email: string;
}

/** A mail server's own "no": trying again will not help. */
export class MailRefused extends Error {}

/** Mail by SMTP. One message has one Message-ID, however often it is handed over. */
export class Smtp {
  private readonly transport: Transporter;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    this.transport = createTransport(
      // A claim on a delivery lasts half a minute: whoever holds it is through or gave up by then.
      { url, connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 } as object,
      { disableFileAccess: true, disableUrlAccess: true },
    );
  }

  async send(letter: Letter, to: Envelope, messageId: string): Promise<void> {
    try {
      await this.transport.sendMail({
        ...letter,
        from: this.from,
        to: { name: to.name, address: to.email },
        messageId,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      const code = (error as { responseCode?: number }).responseCode ?? 0;
      if (code >= 500)
        throw new MailRefused(`the mail server refused the message (${code})`, { cause: error });
      throw error;
    }
  }

  close(): void {
    this.transport.close();
  }
}

export function smtpOf(config: Config): Smtp | null {
  if (!config.SMTP_URL) return null;
  return new Smtp(
    config.SMTP_URL,
    config.MAIL_FROM ?? `Part164 <no-reply@${new URL(config.PUBLIC_URL).hostname}>`,
  );
}

/** The same notice has the same Message-ID, so that a mail that goes out again is recognisably the same one. */
export function messageIdOf(organizationId: string, dedupeKey: string, publicUrl: string): string {
  const digest = createHash('sha256').update(`${organizationId}|${dedupeKey}`).digest('hex').slice(0, 40);
  return `<${digest}@${new URL(publicUrl).hostname}>`;
}
