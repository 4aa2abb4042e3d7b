import type { OfficialText } from '../official-texts.js';
import type { OfficialFile } from './official-file.js';

interface Listed {
  type: string;
  examples: readonly string[];
}
interface Named {
  number: number;
  name: string;
}
export interface ThreatCatalogFile extends OfficialFile {
  threat_sources_D2: readonly {
    id: string;
    type: string;
    category: string;
    name: string;
    characteristics: readonly string[];
  }[];
  threat_events: readonly {
    id: string;
    table: string;
    phase: string | null;
    name: string;
    name_or_equivalent_seen_in_second_source: boolean;
  }[];
  relevance_E4?: readonly { value: string; description: string }[];
  predisposing_conditions_F4?: readonly Listed[];
  impact_types_H2?: readonly Listed[];
  scales: Readonly<
    Record<
      string,
      readonly {
        level: string;
        semi_quantitative_range: string;
        semi_quantitative_value: number;
        description: string;
      }[]
    >
  >;
  matrices: Readonly<
    Record<
      string,
      { rows: string; columns: string; values: Readonly<Record<string, Readonly<Record<string, string>>>> }
    >
  >;
  hicp?: {
    edition: string;
    threats: readonly { id: string; name: string }[];
    practices: readonly { id: string; number: number; name: string }[];
  };
  hph_cybersecurity_performance_goals?: {
    publication: string;
    essential: readonly Named[];
    enhanced: readonly Named[];
  };
  healthcare_vulnerabilities_and_threats_sra: readonly {
    id: string;
    section: string;
    vulnerability: string;
    threats: readonly string[];
  }[];
}

/** The catalog, each entry under the number or name that it has there. */
export function textsOfThreatCatalog(file: ThreatCatalogFile): OfficialText[] {
  const goals = file.hph_cybersecurity_performance_goals;
  return [
    ...file.threat_sources_D2.map((row) =>
      entry(row.id, 'threat source', row.name, `${row.type}: ${row.category}`, row.characteristics),
    ),
    ...file.threat_events.map((row) => entry(row.id, 'threat event', row.name, secondSource(row))),
    ...(file.relevance_E4 ?? []).map((row) => entry(row.value, 'relevance', row.value, row.description)),
    ...(file.predisposing_conditions_F4 ?? []).map((row) =>
      entry(row.type, 'predisposing condition', row.type, '', row.examples),
    ),
    ...(file.impact_types_H2 ?? []).map((row) =>
      entry(row.type, 'type of impact', row.type, '', row.examples),
    ),
    ...Object.entries(file.scales).flatMap(([scale, steps]) =>
      steps.map((row) =>
        entry(
          row.level,
          `scale ${scale}`,
          `${row.semi_quantitative_value} (${row.semi_quantitative_range})`,
          row.description,
        ),
      ),
    ),
    ...Object.entries(file.matrices).flatMap(([matrix, { values }]) =>
      Object.entries(values).flatMap(([row, columns]) =>
        Object.entries(columns).map(([column, level]) =>
          entry(`${row} / ${column}`, `matrix ${matrix}`, '', level),
        ),
      ),
    ),
    ...(file.hicp?.threats ?? []).map((row) => entry(row.id, 'HICP threat', row.name, '')),
    ...(file.hicp?.practices ?? []).map((row) => entry(row.id, 'HICP practice', row.name, '')),
    ...(goals?.essential ?? []).map((row) =>
      entry(String(row.number), 'essential performance goal', row.name, ''),
    ),
    ...(goals?.enhanced ?? []).map((row) =>
      entry(String(row.number), 'enhanced performance goal', row.name, ''),
    ),
    ...file.healthcare_vulnerabilities_and_threats_sra.map((row) =>
      entry(row.id, 'vulnerability', row.vulnerability, '', row.threats),
    ),
  ];
}

function entry(
  key: string,
  group: string,
  title: string,
  text: string,
  details: readonly string[] = [],
): OfficialText {
  return { key, group, title, text, ...(details.length > 0 ? { details } : {}) };
}

function secondSource(row: ThreatCatalogFile['threat_events'][number]): string {
  const where = row.phase ? `Table ${row.table}, ${row.phase}.` : `Table ${row.table}.`;
  return row.name_or_equivalent_seen_in_second_source ? where : `${where} Not seen in a second document.`;
}
