import type { z } from 'zod';

type Fields = Record<string, unknown>;

/**
 * A message to a person: its template is templates/mail/<name>.hbs. What people typed (a title, a reason) is named
 * apart from the facts: it may hold PHI, so it stays in the mailbox and is never handed to a mail server.
 */
export interface MailDefinition<F extends Fields = Fields, T extends Fields = Fields> {
  readonly name: string;
  readonly facts: z.ZodType<F>;
  readonly typed: z.ZodType<T>;
}

const defined = new Map<string, MailDefinition>();

export function defineMail<F extends Fields, T extends Fields>(
  name: string,
  { facts, typed }: { facts: z.ZodType<F>; typed: z.ZodType<T> },
): MailDefinition<F, T> {
  if (defined.has(name)) throw new Error(`mail ${name} is defined twice`);
  const definition: MailDefinition<F, T> = { name, facts, typed };
  defined.set(name, definition);
  return definition;
}

export function definedMails(): MailDefinition[] {
  return [...defined.values()];
}
