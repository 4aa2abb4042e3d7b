import { z } from 'zod';
import { idIn, idOut, instantField, pageOf, pageQuery } from '../http/schemas.js';

const heading = {
  id: idOut('message'),
  subject: z.string(),
  receivedAt: instantField,
  readAt: instantField.nullable(),
};

export const mailboxQuery = z.object({ limit: pageQuery.limit, cursor: idIn('message').optional() });
export type MailboxQuery = z.infer<typeof mailboxQuery>;

export const mailboxPage = pageOf(z.object({ ...heading, snippet: z.string() }).meta({ id: 'MailboxItem' }))
  .extend({ unreadCount: z.number().int() })
  .meta({ id: 'MailboxPage' });
export type MailboxPage = z.infer<typeof mailboxPage>;

export const mailboxMessage = z
  .object({
    ...heading,
    text: z.string(),
    /** The page that the message is about. */
    href: z.string(),
  })
  .meta({ id: 'MailboxMessage' });
export type MailboxMessage = z.infer<typeof mailboxMessage>;
