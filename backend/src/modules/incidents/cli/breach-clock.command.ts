import { text } from 'node:stream/consumers';
import type { CliCommand } from '../../../cli.js';
import { speakPlainly } from '../../../platform/http/plain-issue.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { readShippedBreachRule } from '../../compliance/index.js';
import { runBreachClock } from '../application/run-breach-clock.js';
import { breachFacts } from '../breach-clock.schemas.js';

/**
 * `part164 breach-clock < facts.json`: the clocks as JSON on standard output, by the shipped figures; no database is
 * asked. Exit code 1 when the facts are refused, with what is wrong by field.
 */
export const breachClockCommand: CliCommand = async () => {
  const answer = await compute(await text(process.stdin));
  process.stdout.write(`${JSON.stringify(answer.said, null, 2)}\n`);
  return answer.ok ? 0 : 1;
};

type Answer = { ok: boolean; said: object };

async function compute(input: string): Promise<Answer> {
  const document = parsed(input);
  if (document === undefined) return refused({ '(input)': ['This is no JSON.'] });
  speakPlainly();
  const facts = breachFacts.safeParse(document);
  if (!facts.success) {
    const fieldErrors: Record<string, string[]> = {};
    for (const { path, message } of facts.error.issues)
      (fieldErrors[path.map(String).join('.') || '(input)'] ??= []).push(message);
    return refused(fieldErrors);
  }
  try {
    return { ok: true, said: runBreachClock(facts.data, await readShippedBreachRule()) };
  } catch (error) {
    if (error instanceof DomainError && error.details.fieldErrors) return refused(error.details.fieldErrors);
    throw error;
  }
}

function refused(fieldErrors: Record<string, string[]>): Answer {
  return { ok: false, said: { fieldErrors } };
}

function parsed(input: string): unknown {
  try {
    return JSON.parse(input) as unknown;
  } catch {
    return undefined;
  }
}
