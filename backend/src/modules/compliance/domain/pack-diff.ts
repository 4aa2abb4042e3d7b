import type { PackContent } from './pack.js';

export interface PackDiff {
  added: string[];
  removed: string[];
  changed: { id: string; fields: string[] }[];
  unchanged: number;
}

/** What a new version changes, row by row. Against nothing, every row is added. */
export function packDiff(before: PackContent | null, after: PackContent): PackDiff {
  const [old, next] = [before ? rowsOf(before) : new Map<string, Row>(), rowsOf(after)];
  const diff: PackDiff = {
    added: [],
    removed: [...old.keys()].filter((id) => !next.has(id)),
    changed: [],
    unchanged: 0,
  };
  for (const [id, row] of next) {
    const known = old.get(id);
    if (!known) {
      diff.added.push(id);
      continue;
    }
    const fields = [...new Set([...Object.keys(known), ...Object.keys(row)])].filter(
      (key) => text(known[key]) !== text(row[key]),
    );
    if (fields.length > 0) diff.changed.push({ id, fields });
    else diff.unchanged += 1;
  }
  return diff;
}

/** How many rows of which sort a pack has. */
export function packCounts(pack: PackContent): Record<string, number> {
  switch (pack.kind) {
    case 'questionnaire': {
      const questions = pack.sections.flatMap((section) => section.questions);
      const vulnerabilities = pack.sections.flatMap((section) => section.vulnerabilities ?? []);
      return {
        sections: pack.sections.length,
        questions: questions.length,
        answers: questions.flatMap((question) => question.options).length,
        ...(vulnerabilities.length > 0
          ? {
              vulnerabilities: vulnerabilities.length,
              threats: vulnerabilities.flatMap((row) => row.threats).length,
            }
          : {}),
      };
    }
    case 'threats':
      return {
        threats: pack.threats.length,
        vulnerabilities: pack.vulnerabilities.length,
        safeguards: pack.safeguards.length,
        pairs: pack.pairs.length,
      };
    case 'risk-scales':
      return { scales: pack.scales.length };
    case 'requirements':
      return {
        requirements: pack.requirements.length,
        analysisTests: pack.analysisTests.length,
        methodology: pack.methodology.length,
      };
    case 'terms':
      return { terms: pack.terms.length };
    case 'official-texts':
      return countBy(pack.items.map((item) => item.group));
    case 'breach-rule':
      return { figures: pack.figures.length, jurisdictions: pack.jurisdictions.length };
    case 'incident-checklists':
      return { kinds: pack.kinds.length, tasks: pack.tasks.length };
  }
}

type Row = Record<string, unknown>;

function rowsOf(pack: PackContent): Map<string, Row> {
  switch (pack.kind) {
    case 'questionnaire':
      return byId(
        pack.sections.flatMap((section) => [...section.questions, ...(section.vulnerabilities ?? [])]),
      );
    case 'threats':
      return byId([...pack.threats, ...pack.vulnerabilities, ...pack.safeguards, ...pack.pairs]);
    case 'risk-scales':
      return byId(pack.scales);
    case 'requirements':
      return byId([
        ...pack.requirements,
        ...pack.analysisTests,
        ...pack.methodology.map((step) => ({ ...step, id: `step ${step.step}` })),
      ]);
    case 'terms':
      return byId(pack.terms);
    case 'official-texts':
      return byId(pack.items.map((item) => ({ ...item, id: `${item.group}: ${item.key}` })));
    case 'breach-rule':
      return byId([...pack.figures, ...pack.jurisdictions]);
    case 'incident-checklists':
      return byId([...pack.kinds, ...pack.tasks]);
  }
}

function byId(rows: readonly ({ id: string } & object)[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row as Row]));
}

function countBy(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

/** PostgreSQL gives keys back in an order of its own. */
function text(value: unknown): string {
  return JSON.stringify(sorted(value)) ?? '';
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
