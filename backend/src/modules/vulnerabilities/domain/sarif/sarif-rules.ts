import { cvesIn, oneLine, someLines } from '../scan-text.js';
import { SIGHTING_LIMITS as LIMITS } from '../sighting.js';
import { listIn, messageIn, objectIn, textIn, type JsonObject } from './json-parts.js';

/** What a check says for all of its results, as it is kept. */
export interface RuleWords {
  /** Empty where the check has none. */
  title: string;
  description: string;
  solution: string;
  cves: string[];
  isShortened: boolean;
}

const NO_RULE: JsonObject = {};

/** What a run says of its checks, to complete its results. SARIF 2.1.0, 3.19 and 3.49 */
export class SarifRules {
  private readonly byId = new Map<string, JsonObject>();
  private readonly components: JsonObject[][];
  private readonly words = new Map<JsonObject, RuleWords>();

  constructor(run: JsonObject) {
    const tool = objectIn(run['tool']);
    const components = [objectIn(tool['driver']), ...listIn(tool['extensions']).map(objectIn)];
    this.components = components.map((component) => listIn(component['rules']).map(objectIn));
    for (const rule of this.components.flat()) {
      const id = textIn(rule['id']);
      if (id !== '' && !this.byId.has(id)) this.byId.set(id, rule);
    }
  }

  /** The check of a result, by its id or its place; empty where the run does not describe it. */
  ruleOf(result: JsonObject): { id: string; rule: JsonObject } {
    const reference = objectIn(result['rule']);
    const id = textIn(result['ruleId']) || textIn(reference['id']);
    const component = objectIn(reference['toolComponent'])['index'];
    const rules = this.components[typeof component === 'number' ? component + 1 : 0] ?? [];
    const index = result['ruleIndex'] ?? reference['index'];
    const placed = typeof index === 'number' ? rules[index] : undefined;
    // java/sql-injection/variant is told by the rule java/sql-injection. 3.27.5
    const rule =
      placed ?? this.byId.get(id) ?? this.byId.get(id.slice(0, Math.max(id.lastIndexOf('/'), 0))) ?? NO_RULE;
    return { id: id || textIn(rule['id']), rule };
  }

  /** Read once for each check, however many results it has. */
  wordsOf(rule: JsonObject): RuleWords {
    const known = this.words.get(rule);
    if (known) return known;
    const words = readWords(rule);
    this.words.set(rule, words);
    return words;
  }
}

function readWords(rule: JsonObject): RuleWords {
  const title = messageIn(rule['shortDescription']) || textIn(rule['name']);
  const [description, solution] = [messageIn(rule['fullDescription']), messageIn(rule['help'])];
  const tags = listIn(objectIn(rule['properties'])['tags']).map((tag) => textIn(tag));
  return {
    title: oneLine(title, LIMITS.title),
    description: someLines(description, LIMITS.description),
    solution: someLines(solution, LIMITS.solution),
    cves: cvesIn([title, ...tags].join(' '), LIMITS.cves),
    isShortened: title.length > LIMITS.title || description.length > LIMITS.description,
  };
}

/** Scores stand in a property that code scanning made usual, as text or number. */
export function scoreIn(...places: JsonObject[]): { score: number | null; unreadable: string | null } {
  for (const place of places) {
    const value = objectIn(place['properties'])['security-severity'];
    if (value === undefined || value === null || value === '') continue;
    const written = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
    const score = /^\d{1,2}(\.\d+)?$/.test(written) ? Number(written) : NaN;
    return score <= 10
      ? { score: Math.round(score * 10) / 10, unreadable: null }
      : { score: null, unreadable: written || JSON.stringify(value).slice(0, 60) };
  }
  return { score: null, unreadable: null };
}
