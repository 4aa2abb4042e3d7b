import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import 'reflect-metadata';
import { definedMails } from './platform/mail/define-mail.js';
import { MAIL_FOLDER, MailTemplates, sampleOf } from './platform/mail/mail-templates.js';
// Everything that the worker may send.
import './worker.module.js';

const common = {
  organizationName: 'Alder <Family> Clinic',
  recipientName: 'Ana & Co',
  link: 'https://part164.example/x',
};
const definitions = definedMails();

describe('every mail template', () => {
  const templates = new MailTemplates();

  it.each(definitions.map((mail) => [mail.name, mail] as const))(
    '%s says everything of its sample',
    (name, mail) => {
      const { facts, typed } = sampleOf(MAIL_FOLDER, name);
      const inside = templates.inside(mail as never, common, facts as never, typed as never);
      for (const words of Object.values(typed)) expect(`${inside.subject}\n${inside.text}`).toContain(words);
      expect(inside.text).toContain(common.link);
      expect(`${inside.subject}${inside.text}`).not.toMatch(/undefined|null|\{\{|&amp;|&lt;/);
    },
  );

  it.each(definitions.map((mail) => [mail.name, mail] as const))(
    '%s says nothing that people typed when it leaves',
    (name, mail) => {
      const { facts, typed } = sampleOf(MAIL_FOLDER, name);
      const outside = templates.outside(mail as never, common, facts as never);
      for (const part of Object.values(outside)) {
        expect(part.length).toBeGreaterThan(10);
        for (const words of Object.values(typed)) expect(part).not.toContain(words);
      }
      expect(outside.text).toContain('Hello Ana & Co,');
      expect(outside.html).toContain('Alder &lt;Family&gt; Clinic');
      expect(outside.html).toContain(`href="${common.link}"`);
    },
  );
});

describe('the start refuses', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'part164-mail-'));
    cpSync(MAIL_FOLDER, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const edit = (file: string, change: (text: string) => string): void => {
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  };
  const start = () => new MailTemplates(folder);

  it('a template without a sample', () => {
    rmSync(join(folder, 'action-done.sample.json'));
    expect(start).toThrow('these mail templates have no .sample.json: action-done');
  });

  it('a mail without a template', () => {
    rmSync(join(folder, 'action-done.hbs'));
    expect(start).toThrow('these mails have no template in templates/mail: action-done');
  });

  it('a template that nothing sends', () => {
    writeFileSync(join(folder, 'greetings.hbs'), '=== subject\nHello');
    expect(start).toThrow('these mail templates are sent by nothing: greetings');
  });

  it('a field that no mail has', () => {
    edit('action-done.hbs', (text) => text.replace('{{completedByName}}', '{{completedBy}}'));
    expect(start).toThrow(/action-done, text: .*completedBy/);
  });

  it('a field written unescaped', () => {
    edit('action-done.hbs', (text) => text.replace('{{completedByName}}', '{{{completedByName}}}'));
    expect(start).toThrow('mail template action-done writes a field unescaped');
  });

  it('words that people typed in a mail that leaves', () => {
    edit('action-done.hbs', (text) => text.replace('=== subject\n', '=== subject\n{{title}} '));
    expect(start).toThrow(/action-done, subject: .*title/);
  });

  it('a template without one of its parts', () => {
    edit('action-done.hbs', (text) => text.slice(0, text.indexOf('=== html')));
    expect(start).toThrow('mail template action-done has no part html');
  });
});

it('every file in templates/mail is a template, a sample or a partial', () => {
  for (const file of readdirSync(MAIL_FOLDER))
    expect(file).toMatch(/^(partials|[a-z-]+\.(hbs|sample\.json))$/);
});
