import Handlebars from 'handlebars';
import { calendarDate } from '../kernel/calendar-date.js';

const PARTS = ['subject', 'text', 'html'] as const;
type Part = (typeof PARTS)[number];

export type Letter = Record<Part, string>;

export interface MailTemplate {
  render(data: Record<string, unknown>): Letter;
}

/** What every template is given besides the fields of its definition. */
export interface CommonFields {
  organizationName: string;
  recipientName: string;
  /** The page that the message is about. */
  link: string;
  /** Whether the message leaves the installation. Then nothing that people typed is there to be named. */
  outside: boolean;
}

const RAW = /\{\{\{|\{\{&/;
const MARK = /^=== (\w+)\s*$/m;

/**
 * Compiles `=== subject`, `=== text` and `=== html` of one template. Strict: a field that is missing throws, so that no
 * mail goes out with a hole in it. Raw output is refused, so that nothing typed can become markup.
 */
export function compileTemplate(
  name: string,
  source: string,
  partials: Record<string, string>,
): MailTemplate {
  for (const [file, content] of [[name, source], ...Object.entries(partials)] as [string, string][]) {
    if (RAW.test(content)) throw new Error(`mail template ${file} writes a field unescaped`);
  }
  const pieces = source.split(MARK);
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  for (let i = 1; i < pieces.length; i += 2)
    compiled.set(pieces[i]!, compilePart(pieces[i]!, pieces[i + 1]!, partials));
  const missing = PARTS.filter((part) => !compiled.has(part));
  if (missing.length > 0) throw new Error(`mail template ${name} has no part ${missing.join(', ')}`);
  const part = (which: Part, data: Record<string, unknown>): string => {
    try {
      return compiled.get(which)!(data);
    } catch (error) {
      throw new Error(`mail template ${name}, ${which}: ${(error as Error).message}`, { cause: error });
    }
  };
  return {
    render: (data) => ({
      subject: part('subject', data).replaceAll(/\s+/g, ' ').trim(),
      text: part('text', data)
        .replaceAll(/\n{3,}/g, '\n\n')
        .trim(),
      html: part('html', data).trim(),
    }),
  };
}

function compilePart(
  part: string,
  source: string,
  partials: Record<string, string>,
): Handlebars.TemplateDelegate {
  const engine = Handlebars.create();
  for (const [name, content] of Object.entries(partials)) engine.registerPartial(name, content);
  engine.registerHelper('longDate', longDate);
  engine.registerHelper('one', (count: number) => count === 1);
  return engine.compile(source.replace(/^\n/, ''), {
    strict: true,
    noEscape: part !== 'html',
    knownHelpers: { longDate: true, one: true },
    knownHelpersOnly: true,
  });
}

function longDate(date: string): string {
  const [year, month, day] = calendarDate(date).split('-').map(Number) as [number, number, number];
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, day),
  );
}
