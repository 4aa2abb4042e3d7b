import { readdirSync } from 'node:fs';
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

const pack = <P>(name: string, version = '2026.1'): Promise<P> =>
  readPackFolder(`${SHIPPED_FOLDER}/${name}/${version}`) as Promise<P>;
const questionnaires = await Promise.all(
  readdirSync(`${SHIPPED_FOLDER}/security-questions`).map((version) =>
    pack<Questionnaire>('security-questions', version),
  ),
);
const activities = await pack<Questionnaire>('security-activities');
const requirements = await pack<Requirements>('security-rule');
const threats = await pack<ThreatCatalog>('threats');
const scales = await pack<RiskScales>('risk-scales');
const terms = await pack<Terms>('terms');
const questionsOf = ({ sections }: Questionnaire) => sections.flatMap(({ questions }) => questions);
const onActivities = activities.sections.flatMap((section) => section.questions);

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
interface ActivitiesFile {
  standards: {
    citation: string;
    key_activities: {
      id: string;
      number: number;
      implementation_specifications: { citation: string; designation: string }[];
    }[];
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
    nist_800_66r2_key_activities: string[];
  }[];
}
interface CatalogFile {
  threat_events: { id: string; adversarial: boolean }[];
  matrices: { level_of_risk_I2: { values: Record<string, Record<string, string>> } };
  scales: Record<string, { level: string; semi_quantitative_value: number }[]>;
}

describe.each(questionnaires.map((pack) => [pack.version, pack] as const))(
  'our questions %s and the official ones',
  (_version, questionnaire) => {
    const ours = questionsOf(questionnaire);

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
        const label = stricter(our.requirementIds.map((id) => labels.get(id)!));
        expect(our.designation, theirs.id).toBe(label);
        if (theirs.tool_designation !== (label ?? 'N/A'))
          expect(our.note?.length ?? 0, theirs.id).toBeGreaterThan(20);
      }
    });
  },
);

describe('our questions on the key activities', () => {
  const standards = () => official<ActivitiesFile>('nist-800-66r2.json').standards;

  officialIt('are one for each of the 104, standard by standard, in their order', () => {
    expect(
      activities.sections.map((section) =>
        section.questions.map((question) => [question.number, question.covers]),
      ),
    ).toEqual(standards().map((standard) => standard.key_activities.map(({ id, number }) => [number, id])));
    expect(onActivities).toHaveLength(104);
    expect(activities.sections).toHaveLength(22);
  });

  officialIt('cite the standard and the specifications that the activity deals with', () => {
    expect(onActivities.map((question) => [question.covers, question.citations])).toEqual(
      standards().flatMap(({ citation, key_activities }) =>
        key_activities.map((activity) => [
          activity.id,
          [citation, ...activity.implementation_specifications.map((row) => row.citation)],
        ]),
      ),
    );
  });

  officialIt(
    'stand on the specifications that the regulation file links them to, else on the standard',
    () => {
      const rows = official<RuleFile>('hipaa-security-rule.json').requirements;
      for (const question of onActivities) {
        const linked = rows.filter((row) => row.nist_800_66r2_key_activities.includes(question.covers));
        const specifications = linked.filter((row) => row.kind !== 'standard');
        const expected = specifications.length > 0 ? specifications : linked;
        expect(new Set(question.requirementIds), question.id).toEqual(new Set(expected.map((row) => row.id)));
      }
    },
  );

  officialIt('carry the label that the regulation and the guide both print', () => {
    const labels = new Map(
      official<RuleFile>('hipaa-security-rule.json').requirements.map((row) => [
        row.citation,
        row.designation,
      ]),
    );
    for (const { citation, key_activities } of standards()) {
      for (const { id, implementation_specifications: specifications } of key_activities) {
        const cited = specifications.length > 0 ? specifications.map((row) => row.citation) : [citation];
        const label = stricter(cited.map((paragraph) => labels.get(paragraph)!));
        if (specifications.length > 0)
          expect(stricter(specifications.map((row) => row.designation)), id).toBe(label);
        expect(onActivities.find((question) => question.covers === id)!.designation, id).toBe(label);
      }
    }
  });

  it('are numbered anew in each section, and their ids say which', () => {
    for (const section of activities.sections) {
      expect(section.id).toBe(`K${section.number}`);
      expect(section.questions.map(({ id, number }) => [id, number])).toEqual(
        section.questions.map((_, index) => [`${section.id}-Q${index + 1}`, index + 1]),
      );
    }
    expect(activities.sections.map((section) => section.number)).toEqual(
      activities.sections.map((_, index) => index + 1),
    );
  });

  it('have three to five answers, a bad one among them, and words to each', () => {
    for (const question of onActivities) {
      expect(question.options.length, question.id).toBeGreaterThanOrEqual(3);
      expect(question.options.length, question.id).toBeLessThanOrEqual(5);
      expect(
        question.options.map((option) => option.standing),
        question.id,
      ).toContain('gap');
      for (const words of [question.why, question.evidence, ...question.options.map((o) => o.explanation)])
        expect(words.length, question.id).toBeGreaterThan(40);
    }
    const explanations = onActivities.flatMap((question) => question.options.map((o) => o.explanation));
    expect(new Set(explanations).size).toBe(explanations.length);
  });
});

describe('both question sets', () => {
  const both = [...questionnaires.flatMap(questionsOf), ...onActivities];
  const rows = new Map(requirements.requirements.map((row) => [row.id, row]));

  it('let everybody say that they do not know, and always have a good answer', () => {
    for (const question of both) {
      const standings = question.options.map((option) => option.standing);
      expect(
        standings.filter((standing) => standing === 'unknown'),
        question.id,
      ).toHaveLength(1);
      expect(standings, question.id).toContain('in-place');
    }
  });

  it('cite no requirement that we do not explain', () => {
    expect(both.flatMap((question) => question.requirementIds).filter((id) => !rows.has(id))).toEqual([]);
  });

  it('carry the label of the requirements that they stand on', () => {
    for (const question of both)
      expect(question.designation, question.id).toBe(
        stricter(question.requirementIds.map((id) => rows.get(id)!.designation)),
      );
  });

  it('never name two gaps alike', () => {
    for (const questionnaire of questionnaires) {
      const standing = [...questionsOf(questionnaire), ...onActivities];
      const titles = standing.map((question) => question.findingTitle.toLowerCase());
      expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
    }
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
  const addRuns = (runs: Map<string, string>, name: string, document: unknown): Map<string, string> => {
    for (const { place, text } of sentencesOf(document))
      for (const run of wordRuns(text, LONGEST_SHARED + 1)) runs.set(run, `${name}${place}`);
    return runs;
  };
  const officialRuns = (): Map<string, string> =>
    OFFICIAL_FILES.reduce((runs, file) => addRuns(runs, file, official(file)), new Map<string, string>());
  const copiesIn = (document: unknown, runs: ReadonlyMap<string, string>): string[] =>
    sentencesOf(document).flatMap(({ place, text }) =>
      wordRuns(text, LONGEST_SHARED + 1)
        .filter((run) => runs.has(run))
        .map((run) => `${place}: "${run}" stands in ${runs.get(run)}`),
    );

  officialIt('share no eight words in a row with any official text', () => {
    const runs = officialRuns();
    for (const document of [...questionnaires, activities, requirements, threats, scales, terms])
      expect(copiesIn(document, runs)).toEqual([]);
  });

  it('are not used again by the second question set', () => {
    for (const questionnaire of questionnaires)
      expect(copiesIn(activities, addRuns(new Map(), questionnaire.pack, questionnaire))).toEqual([]);
  });

  officialIt('that were copied would be caught', () => {
    const [first] = official<{ sections: { questions: { text: string }[] }[] }>(
      'sra-questions.json',
    ).sections;
    const copied = first!.questions[4]!.text;
    const planted = structuredClone(questionnaires.at(-1)!) as unknown as {
      sections: { questions: { why: string }[] }[];
    };
    planted.sections[3]!.questions[2]!.why = `Ask yourself this: ${copied}`;
    expect(copiesIn(planted, officialRuns()).length).toBeGreaterThan(0);
  });
});

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return new Set(a).size === new Set(b).size && a.every((value) => b.includes(value));
}

/** Of several paragraphs with different labels the stricter one counts; without a paragraph there is no label. */
function stricter(labels: readonly string[]): string | null {
  return labels.includes('Required') ? 'Required' : (labels[0] ?? null);
}
