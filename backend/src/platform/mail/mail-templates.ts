import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { definedMails, type MailDefinition } from './define-mail.js';
import { compileTemplate, type CommonFields, type Letter, type MailTemplate } from './mail-template.js';

/** templates/mail of the checkout; this file is as deep in dist as it is in src. */
export const MAIL_FOLDER = fileURLToPath(new URL('../../../../templates/mail', import.meta.url));

export interface MailSample {
  facts: Record<string, unknown>;
  typed: Record<string, unknown>;
}

type CommonInput = Omit<CommonFields, 'outside'>;

/** All mail templates, compiled at the start. What is wrong with one of them stops the boot, not a notice. */
export class MailTemplates {
  private readonly byName = new Map<string, MailTemplate>();

  constructor(folder = MAIL_FOLDER, definitions: MailDefinition[] = definedMails()) {
    const partials = Object.fromEntries(
      namesIn(join(folder, 'partials'), '.hbs').map((name) => [
        name,
        read(folder, 'partials', `${name}.hbs`),
      ]),
    );
    const written = namesIn(folder, '.hbs');
    refuseDifference(
      written,
      definitions.map(({ name }) => name),
    );
    refuseMissingSamples(written, namesIn(folder, '.sample.json'));
    for (const name of written)
      this.byName.set(name, compileTemplate(name, read(folder, `${name}.hbs`), partials));
    for (const definition of definitions) this.tryOut(definition, sampleOf(folder, definition.name));
  }

  /** For the mailbox: tells what it is about, in the words of the people who named it. */
  inside<F extends Record<string, unknown>, T extends Record<string, unknown>>(
    mail: MailDefinition<F, T>,
    common: CommonInput,
    facts: F,
    typed: T,
  ): Letter {
    return this.template(mail.name).render({
      ...mail.facts.parse(facts),
      ...mail.typed.parse(typed),
      ...common,
      outside: false,
    });
  }

  /** For a mail server: nothing that people typed is handed to the template. */
  outside<F extends Record<string, unknown>, T extends Record<string, unknown>>(
    mail: MailDefinition<F, T>,
    common: CommonInput,
    facts: F,
  ): Letter {
    return this.template(mail.name).render({ ...mail.facts.parse(facts), ...common, outside: true });
  }

  private template(name: string): MailTemplate {
    const template = this.byName.get(name);
    if (!template) throw new Error(`there is no mail template ${name}`);
    return template;
  }

  private tryOut(definition: MailDefinition, sample: MailSample): void {
    const common = {
      organizationName: 'A clinic',
      recipientName: 'A person',
      link: 'https://part164.example/',
    };
    this.inside(definition, common, sample.facts, sample.typed);
    this.outside(definition, common, sample.facts);
  }
}

export function sampleOf(folder: string, name: string): MailSample {
  return JSON.parse(read(folder, `${name}.sample.json`)) as MailSample;
}

function namesIn(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => basename(file, ending));
}

function read(...path: string[]): string {
  return readFileSync(join(...path), 'utf8');
}

function refuseDifference(written: string[], defined: string[]): void {
  const unwritten = defined.filter((name) => !written.includes(name));
  if (unwritten.length > 0)
    throw new Error(`these mails have no template in templates/mail: ${unwritten.join(', ')}`);
  const unused = written.filter((name) => !defined.includes(name));
  if (unused.length > 0) throw new Error(`these mail templates are sent by nothing: ${unused.join(', ')}`);
}

function refuseMissingSamples(written: string[], samples: string[]): void {
  const missing = written.filter((name) => !samples.includes(name));
  if (missing.length > 0) throw new Error(`these mail templates have no .sample.json: ${missing.join(', ')}`);
}
