import { describe, expect, it } from 'vitest';
import { readPackFolder } from '../../backend/src/modules/compliance/application/read-pack-folder.js';
import { SHIPPED_FOLDER } from '../../backend/src/modules/compliance/application/shipped.js';
import { official, officialIt } from '../../backend/src/modules/compliance/compliance.spec-kit.js';
import type { Questionnaire } from '../../backend/src/modules/compliance/domain/questionnaire.js';
import type { Requirements } from '../../backend/src/modules/compliance/domain/requirements.js';
import type { RiskScales } from '../../backend/src/modules/compliance/domain/risk-scales.js';
import type { Terms } from '../../backend/src/modules/compliance/domain/terms.js';
import type { ThreatCatalog } from '../../backend/src/modules/compliance/domain/threats.js';
import { sentencesOf, wordRuns } from './word-runs.js';

const pack = <P>(name: string): Promise<P> =>
  readPackFolder(`${SHIPPED_FOLDER}/${name}/2026.1`) as Promise<P>;
const questionnaire = await pack<Questionnaire>('security-questions');
const requirements = await pack<Requirements>('security-rule');
const threats = await pack<ThreatCatalog>('threats');
const scales = await pack<RiskScales>('risk-scales');
const terms = await pack<Terms>('terms');
const ours = questionnaire.sections.flatMap((section) => section.questions);

interface SraFile {
  sections: {
    id: string;
    questions: {
      id: string;
      number: number;
      citations: string[];
      requirement_ids: string[];
      tool_designation: string;
    }[];
    vulnerabilities: { id: string }[];
  }[];
}
interface RuleFile {
  requirements: {
    id: string;
    citation: string;
    family: string;
    kind: string;
    designation: string;
    standard: string;
    order: number;
    ocr_audit_protocol: string[];
  }[];
}
interface CatalogFile {
  threat_events: { id: string; adversarial: boolean }[];
  matrices: { level_of_risk_I2: { values: Record<string, Record<string, string>> } };
  scales: Record<string, { level: string; semi_quantitative_value: number }[]>;
}

describe('our questions and the official ones', () => {
  officialIt('are as many, section by section, each covered by exactly one of ours', () => {
    const { sections } = official<SraFile>('sra-questions.json');
    expect(
      questionnaire.sections.map((section) => [
        `SRA-${section.id}`,
        section.questions.map((question) => question.covers),
      ]),
    ).toEqual(sections.map((section) => [section.id, section.questions.map((question) => question.id)]));
    expect(ours).toHaveLength(125);
  });

  officialIt('cite the same paragraphs; where ours mends one, a note says so', () => {
    const mended: string[] = [];
    for (const theirs of official<SraFile>('sra-questions.json').sections.flatMap(
      (section) => section.questions,
    )) {
      const our = ours.find((question) => question.covers === theirs.id)!;
      expect(new Set(our.requirementIds), theirs.id).toEqual(new Set(theirs.requirement_ids));
      if (sameSet(our.citations, theirs.citations)) continue;
      mended.push(theirs.id);
      expect(our.note, theirs.id).toContain(
        theirs.citations.find((citation) => !our.citations.includes(citation))!.replace('45 CFR ', ''),
      );
    }
    expect(mended).toEqual(['SRA-S6-Q8']);
  });

  officialIt("carry the regulation's label; where the tool prints another one, a note says so", () => {
    const labels = new Map(
      official<RuleFile>('hipaa-security-rule.json').requirements.map((row) => [row.id, row.designation]),
    );
    for (const theirs of official<SraFile>('sra-questions.json').sections.flatMap(
      (section) => section.questions,
    )) {
      const our = ours.find((question) => question.covers === theirs.id)!;
      const cited = [...new Set(our.requirementIds.map((id) => labels.get(id)))];
      // Of several paragraphs with different labels the stricter one counts; without a paragraph there is no label.
      const label = cited.includes('Required') ? 'Required' : (cited[0] ?? null);
      expect(our.designation, theirs.id).toBe(label);
      if (theirs.tool_designation !== (label ?? 'N/A'))
        expect(our.note?.length ?? 0, theirs.id).toBeGreaterThan(20);
    }
  });

  it('let everybody say that they do not know, and always have a good answer', () => {
    for (const question of ours) {
      const standings = question.options.map((option) => option.standing);
      expect(
        standings.filter((standing) => standing === 'unknown'),
        question.id,
      ).toHaveLength(1);
      expect(standings, question.id).toContain('in-place');
    }
  });

  it('cite no requirement that we do not explain', () => {
    const known = new Set(requirements.requirements.map((row) => row.id));
    expect(ours.flatMap((question) => question.requirementIds).filter((id) => !known.has(id))).toEqual([]);
  });
});

describe('our requirements and the regulation', () => {
  officialIt('are the same rows: citation, family, kind, label, parent, order, audit rows', () => {
    const rows = official<RuleFile>('hipaa-security-rule.json').requirements;
    const facts = rows.map(
      ({ id, citation, family, kind, designation, standard, order, ocr_audit_protocol }) => ({
        id,
        citation,
        family,
        kind,
        designation,
        order,
        standard: standard === citation ? null : standard,
        ocrAuditProtocol: ocr_audit_protocol,
      }),
    );
    const comparable = requirements.requirements.map(
      ({ id, citation, family, kind, designation, order, standard, ocrAuditProtocol }) => ({
        id,
        citation,
        family: family.toLowerCase(),
        kind,
        designation,
        order,
        standard,
        ocrAuditProtocol,
      }),
    );
    expect(comparable).toEqual(facts.map((row) => ({ ...row, family: row.family.toLowerCase() })));
  });
});

describe('our threats and the official catalog', () => {
  officialIt('cover each of the 40 vulnerabilities once', () => {
    const theirs = official<SraFile>('sra-questions.json').sections.flatMap((section) =>
      section.vulnerabilities.map((row) => row.id),
    );
    expect(threats.vulnerabilities.flatMap((row) => row.covers).sort()).toEqual(theirs.sort());
    expect(theirs).toHaveLength(40);
  });

  officialIt('name only events that are there, and of the right sort', () => {
    const events = new Map(
      official<CatalogFile>('threat-catalog.json').threat_events.map((event) => [
        event.id,
        event.adversarial,
      ]),
    );
    for (const threat of threats.threats) {
      for (const id of threat.sp80030) expect(events.has(id), `${threat.id} ${id}`).toBe(true);
      if (threat.source === 'adversarial')
        expect(
          threat.sp80030.filter((id) => events.get(id) === false),
          threat.id,
        ).toEqual([]);
    }
  });

  it('are all used: no threat, vulnerability or safeguard stands in the pack that nothing is proposed from', () => {
    const used = (key: 'threat' | 'vulnerability') => new Set(threats.pairs.map((pair) => pair[key]));
    expect(threats.threats.map((row) => row.id).filter((id) => !used('threat').has(id))).toEqual([]);
    expect(
      threats.vulnerabilities.map((row) => row.id).filter((id) => !used('vulnerability').has(id)),
    ).toEqual([]);
    const safeguards = new Set(threats.pairs.flatMap((pair) => pair.safeguards));
    expect(threats.safeguards.map((row) => row.id).filter((id) => !safeguards.has(id))).toEqual([]);
  });
});

describe("our five levels and NIST's", () => {
  const five = scales.scales.find((scale) => scale.id === 'nist-five-level')!;
  const slug = (label: string): string => label.toLowerCase().replaceAll(' ', '-');

  officialIt('meet in the same matrix', () => {
    const { values } = official<CatalogFile>('threat-catalog.json').matrices.level_of_risk_I2;
    const theirs = Object.fromEntries(
      Object.entries(values).map(([row, columns]) => [
        slug(row),
        Object.fromEntries(Object.entries(columns).map(([column, level]) => [slug(column), slug(level)])),
      ]),
    );
    expect(five.matrix).toEqual(theirs);
  });

  officialIt('have the same values', () => {
    const { scales: theirs } = official<CatalogFile>('threat-catalog.json');
    const valuesOf = (rows: { level: string; semi_quantitative_value: number }[]) =>
      Object.fromEntries(rows.map((row) => [slug(row.level), row.semi_quantitative_value]));
    expect(Object.fromEntries(five.impact.map((step) => [step.id, step.value]))).toEqual(
      valuesOf(theirs['impact_H3']!),
    );
    expect(Object.fromEntries(five.likelihood.map((step) => [step.id, step.value]))).toEqual(
      valuesOf(theirs['likelihood_of_initiation_adversarial_G2']!),
    );
  });
});

describe('our sentences', () => {
  const LONGEST_SHARED = 7;
  const OFFICIAL_FILES = [
    'sra-questions.json',
    'hipaa-security-rule.json',
    'threat-catalog.json',
    'ocr-audit-protocol.json',
    'nist-800-66r2.json',
    'hipaa-breach-rule.json',
    'hipaa-privacy-baa-requirements.json',
    'nprm-2025.json',
    'training-topics.json',
  ];
  const officialRuns = (): Map<string, string> => {
    const runs = new Map<string, string>();
    for (const file of OFFICIAL_FILES) {
      for (const { place, text } of sentencesOf(official(file))) {
        for (const run of wordRuns(text, LONGEST_SHARED + 1)) runs.set(run, `${file}${place}`);
      }
    }
    return runs;
  };
  const copiesIn = (document: unknown, runs: ReadonlyMap<string, string>): string[] =>
    sentencesOf(document).flatMap(({ place, text }) =>
      wordRuns(text, LONGEST_SHARED + 1)
        .filter((run) => runs.has(run))
        .map((run) => `${place}: "${run}" stands in ${runs.get(run)}`),
    );

  officialIt('share no eight words in a row with any official text', () => {
    const runs = officialRuns();
    for (const document of [questionnaire, requirements, threats, scales, terms])
      expect(copiesIn(document, runs)).toEqual([]);
  });

  officialIt('that were copied would be caught', () => {
    const [first] = official<{ sections: { questions: { text: string }[] }[] }>(
      'sra-questions.json',
    ).sections;
    const copied = first!.questions[4]!.text;
    const planted = structuredClone(questionnaire) as unknown as {
      sections: { questions: { why: string }[] }[];
    };
    planted.sections[3]!.questions[2]!.why = `Ask yourself this: ${copied}`;
    expect(copiesIn(planted, officialRuns()).length).toBeGreaterThan(0);
  });
});

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return new Set(a).size === new Set(b).size && a.every((value) => b.includes(value));
}
