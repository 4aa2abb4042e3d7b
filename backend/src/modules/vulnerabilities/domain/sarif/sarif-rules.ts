import { listIn, messageIn, objectIn, textIn, type JsonObject } from './json-parts.js';

/** What a run says of its checks, to complete its results. SARIF 2.1.0, 3.19 and 3.49 */
export class SarifRules {
  private readonly byId = new Map<string, JsonObject>();
  private readonly components: JsonObject[][];

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
      placed ?? this.byId.get(id) ?? this.byId.get(id.slice(0, Math.max(id.lastIndexOf('/'), 0))) ?? {};
    return { id: id || textIn(rule['id']), rule };
  }
}

export function titleOfRule(rule: JsonObject): string {
  return messageIn(rule['shortDescription']) || textIn(rule['name']);
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
