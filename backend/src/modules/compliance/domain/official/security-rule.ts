import type { OfficialText } from '../official-texts.js';
import type { Regulation } from './sra-tool.js';
import type { ImportNote, OfficialFile } from './official-file.js';

export interface SecurityRuleFile extends OfficialFile {
  section_lead_ins?: Readonly<Record<string, string>>;
  requirements: readonly {
    citation: string;
    kind: string;
    title: string;
    designation: string;
    lead_in: string | null;
    text: string;
  }[];
  related_sections?: Readonly<Record<string, { text: string }>>;
}

/** The regulation word for word, each passage under its citation. */
export function textsOfSecurityRule(file: SecurityRuleFile): OfficialText[] {
  return [
    ...Object.entries(file.section_lead_ins ?? {}).map(([key, text]) => ({
      key,
      group: 'section lead-in',
      title: '',
      text,
    })),
    ...file.requirements.map((row) => ({
      key: row.citation,
      group: 'requirement',
      title: row.title,
      text: row.text,
      ...(row.lead_in ? { leadIn: row.lead_in } : {}),
      designation: row.designation,
    })),
    ...Object.entries(file.related_sections ?? {}).map(([key, { text }]) => ({
      key,
      group: 'related section',
      title: '',
      text,
    })),
  ];
}

/** Where the file and our requirements do not agree. */
export function differencesFromOurs(file: SecurityRuleFile, regulation: Regulation): ImportNote[] {
  const ours = new Map([...regulation.byId.values()].map((row) => [row.citation, row]));
  const theirs = new Set(file.requirements.map((row) => row.citation));
  return [
    ...file.requirements.flatMap((row) => {
      const our = ours.get(row.citation);
      if (!our) return [{ path: row.citation, message: 'We have no row for this citation.' }];
      return our.designation === row.designation
        ? []
        : [
            {
              path: row.citation,
              message: `The file says ${row.designation}, ours says ${our.designation}.`,
            },
          ];
    }),
    ...[...ours.keys()]
      .filter((citation) => !theirs.has(citation))
      .map((path) => ({ path, message: 'The file has no row for this citation of ours.' })),
  ];
}
