import type { CalendarDate } from '../../../../platform/kernel/calendar-date.js';
import { readDayIn } from '../../../../platform/kernel/read-day.js';
import { cvesIn, oneLine, someLines } from '../scan-text.js';
import { severityOf, severityOfWord } from '../severity.js';
import {
  SIGHTING_LIMITS as LIMITS,
  type LocalDay,
  type ReadProblem,
  type ReadResult,
  type Sighting,
} from '../sighting.js';
import { listIn, messageIn, objectIn, textIn, type JsonObject } from './json-parts.js';
import { fingerprintOf, placeOf, subjectOfRun } from './sarif-places.js';
import { SarifRules, scoreIn } from './sarif-rules.js';

export interface SarifScan {
  results: ReadResult[];
  tools: string[];
  /** The last day on which a run ended; null: no run says it. */
  scannedOn: CalendarDate | null;
}

/** Why JSON is no SARIF that is understood; null when it is. */
export function refuseSarif(log: unknown): string | null {
  const { version, runs } = objectIn(log);
  if (!Array.isArray(runs)) return 'This JSON is no SARIF file: it has no “runs”.';
  if (version !== '2.1.0') {
    const told = typeof version === 'string' ? oneLine(version, 20) : 'none';
    return `This file says version “${told}” of SARIF. Version 2.1.0 is understood.`;
  }
  return null;
}

/** How many results a file has, before any is read. */
export function countResults(log: unknown): number {
  return listIn(objectIn(log)['runs']).reduce<number>(
    (sum, run) => sum + listIn(objectIn(run)['results']).length,
    0,
  );
}

/** Every result of every run, in order. What cannot be read is named; nothing is left out unsaid. */
export function readSarif(log: unknown, { today, timeZone }: LocalDay): SarifScan {
  const runs = listIn(objectIn(log)['runs']).map(objectIn);
  const results: ReadResult[] = [];
  const tools = new Set<string>();
  let scannedOn: CalendarDate | null = null;
  runs.forEach((run, index) => {
    const driver = objectIn(objectIn(run['tool'])['driver']);
    const tool = oneLine(textIn(driver['name']), LIMITS.tool);
    if (tool !== '') tools.add(tool);
    const endedOn = endOf(run, timeZone);
    if (endedOn !== null && endedOn <= today && (scannedOn === null || endedOn > scannedOn))
      scannedOn = endedOn;
    const reader = new RunReader(run, index + 1, tool, endedOn, today);
    listIn(run['results']).forEach((result, number) => {
      results.push(reader.read(objectIn(result), number + 1, results.length + 1));
    });
  });
  return { results, tools: [...tools], scannedOn };
}

/** SARIF 2.1.0, 3.20.7 and 3.20.8: these times are in UTC. */
function endOf(run: JsonObject, timeZone: string): CalendarDate | null {
  const days = listIn(run['invocations']).flatMap((invocation) => {
    const { endTimeUtc, startTimeUtc } = objectIn(invocation);
    return readDayIn(timeZone, textIn(endTimeUtc) || textIn(startTimeUtc), 'utc') ?? [];
  });
  return days.sort().at(-1) ?? null;
}

const NOTHING_WRONG: Record<string, string> = {
  pass: 'The check was passed.',
  notApplicable: 'The check does not apply here.',
};
const LEVELS = ['error', 'warning', 'note', 'none'];

class RunReader {
  private readonly rules: SarifRules;
  private readonly subject: string;

  constructor(
    run: JsonObject,
    private readonly number: number,
    private readonly tool: string,
    private readonly endedOn: CalendarDate | null,
    private readonly today: CalendarDate,
  ) {
    this.rules = new SarifRules(run);
    this.subject = subjectOfRun(run);
  }

  read(result: JsonObject, number: number, row: number): ReadResult {
    const problems: ReadProblem[] = [];
    const remarks: string[] = [];
    const problem = (part: string, reason: string, value = '') =>
      problems.push({
        column: null,
        place: `Run ${this.number}, result ${number}, ${part}`,
        value: value.slice(0, 200),
        reason,
      });
    const { id, rule } = this.rules.ruleOf(result);
    if (this.tool === '') problem('tool.driver.name', 'The run does not say which tool it is of.');
    if (id === '') problem('ruleId', 'The result does not say which check it is of.');
    if (this.endedOn !== null && this.endedOn > this.today)
      problem('invocations', 'The scan ends on a day that has not come yet.', this.endedOn);
    const { host, path, location, places } = placeOf(result);
    const message = messageIn(result['message']);
    const words = this.rules.wordsOf(rule);
    const ruleId = oneLine(id, LIMITS.ruleId);
    const sighting: Sighting = {
      tool: this.tool,
      ruleId,
      // Never the message: it quotes what stands at the place, which is kept encrypted only.
      title: words.title || ruleId,
      description: words.description,
      output: someLines(message, LIMITS.output),
      solution: words.solution,
      cves: [...new Set([...cvesIn(`${ruleId} ${message}`, LIMITS.cves), ...words.cves])].slice(
        0,
        LIMITS.cves,
      ),
      ...this.rating(result, rule, problem),
      location,
      fingerprint: fingerprintOf(result, path),
      firstSeenOn: null,
      lastSeenOn: this.endedOn,
      suppressed: suppressionOf(result),
    };
    if (sighting.suppressed !== null) remarks.push(`Suppressed in the file: ${sighting.suppressed}`);
    if (words.isShortened || message.length > LIMITS.output) remarks.push('Long texts are shortened.');
    if (places > 1) remarks.push(`It names ${places} places. The first one counts.`);
    const leftOut = leftOutBecause(result);
    return {
      row,
      label: sighting.title,
      tool: this.tool,
      ...this.whose(host),
      run: this.number,
      aliases: [],
      sighting: problems.length > 0 || leftOut !== null ? null : sighting,
      problems: leftOut === null ? problems : [],
      remarks,
      leftOut,
    };
  }

  /** A result in a file of a project has no host: what the run looked at stands for it, or else who looked. */
  private whose(host: string | null): Pick<ReadResult, 'host' | 'insteadOfHost'> {
    if (host !== null) return { host };
    return this.subject === ''
      ? { host: oneLine(this.tool, LIMITS.host), insteadOfHost: 'tool' }
      : { host: this.subject, insteadOfHost: 'subject' };
  }

  private rating(
    result: JsonObject,
    rule: JsonObject,
    problem: (part: string, reason: string, value?: string) => void,
  ): Pick<Sighting, 'severity' | 'cvss'> {
    const { score, unreadable } = scoreIn(result, rule);
    if (unreadable !== null)
      problem('security-severity', 'Write a score from 0 to 10, such as 7.5.', unreadable);
    if (result['kind'] === 'informational') return { severity: 'info', cvss: score };
    const level =
      textIn(result['level']) || textIn(objectIn(rule['defaultConfiguration'])['level']) || 'warning';
    if (!LEVELS.includes(level)) problem('level', `Known are: ${LEVELS.join(', ')}.`, level);
    return { severity: severityOf(score, severityOfWord(level) ?? null), cvss: score };
  }
}

/** 3.27.9 and 3.27.24: what was passed, or is there no more, is no vulnerability. */
function leftOutBecause(result: JsonObject): string | null {
  const kind = textIn(result['kind']);
  if (Object.hasOwn(NOTHING_WRONG, kind)) return NOTHING_WRONG[kind]!;
  return result['baselineState'] === 'absent' ? 'The file says that this is gone.' : null;
}

/** 3.35: a suppression counts unless it is under review or was rejected. */
function suppressionOf(result: JsonObject): string | null {
  const accepted = listIn(result['suppressions'])
    .map(objectIn)
    .find(({ status }) => status === undefined || status === 'accepted');
  if (!accepted) return null;
  return oneLine(textIn(accepted['justification']), 500) || 'no justification is given';
}
