import { z } from 'zod';
import { instantField } from '../../platform/http/schemas.js';
import { STANDINGS } from './domain/questionnaire.js';
import { packKind, packName, packVersion } from './formats/fields.js';

export const packNameField = packName;
export const packVersionField = packVersion;

const confidence = z.string();
const citations = z.array(z.string());
export const provenanceView = z
  .object({
    author: z.string(),
    basis: z.string(),
    checkedOn: z.string().nullable(),
    confidence,
    note: z.string(),
    licence: z.string().optional(),
    fileSha256: z.string().optional(),
  })
  .meta({ id: 'Provenance' });

export const packView = z
  .object({
    id: z.string(),
    pack: z.string(),
    version: z.string(),
    kind: packKind,
    title: z.string(),
    official: z.boolean(),
    provenance: provenanceView,
    contentHash: z.string(),
    installedAt: instantField,
  })
  .meta({ id: 'Pack' });
export type PackView = z.infer<typeof packView>;
export const packList = z.object({ items: z.array(packView) }).meta({ id: 'PackList' });

const term = z.object({
  id: z.string(),
  term: z.string(),
  short: z.string(),
  long: z.string(),
  citations,
  confidence: confidence.optional(),
});
export const termList = z.object({ items: z.array(term) }).meta({ id: 'TermList' });

const requirementFields = {
  id: z.string(),
  citation: z.string(),
  family: z.string(),
  kind: z.enum(['standard', 'implementation_specification', 'contract_or_plan_provision']),
  title: z.string(),
  designation: z.enum(['Required', 'Addressable']),
  standard: z.string().nullable(),
  order: z.number().int(),
  summary: z.string(),
};
export const requirementList = z
  .object({ items: z.array(z.object(requirementFields)) })
  .meta({ id: 'RequirementList' });

const scaleStep = z.object({
  id: z.string(),
  label: z.string(),
  value: z.number(),
  meaning: z.string(),
  everyday: z.string(),
});

/** How an analysis is done here: the steps, what OCR tests, and the scales that turn two judgements into a level. */
export const methodologyView = z
  .object({
    steps: z.array(z.object({ step: z.number().int(), title: z.string(), text: z.string(), citations })),
    tests: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        question: z.string(),
        howToShow: z.string(),
        citations,
        source: z.string(),
      }),
    ),
    scales: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        basis: z.string(),
        confidence,
        note: z.string(),
        /** From the least to the most. */
        likelihood: z.array(scaleStep),
        impact: z.array(scaleStep),
        levels: z.array(
          z.object({ id: z.string(), label: z.string(), meaning: z.string(), responseGuide: z.string() }),
        ),
        /** matrix[likelihood][impact] is a level. */
        matrix: z.record(z.string(), z.record(z.string(), z.string())),
      }),
    ),
    packs: z.array(
      z.object({ pack: z.string(), version: z.string(), title: z.string(), provenance: provenanceView }),
    ),
  })
  .meta({ id: 'Methodology' });
export type MethodologyView = z.infer<typeof methodologyView>;

/** Official words, marked with where they come from. */
export const officialTextView = z
  .object({
    title: z.string(),
    leadIn: z.string().nullable(),
    text: z.string(),
    designation: z.string().nullable(),
    source: z.object({
      pack: z.string(),
      version: z.string(),
      title: z.string(),
      basis: z.string(),
      confidence,
      note: z.string(),
    }),
  })
  .meta({ id: 'OfficialText' });

export const requirementView = z
  .object({
    ...requirementFields,
    inPractice: z.string(),
    ocrAuditProtocol: z.array(z.string()),
    source: z.string(),
    note: z.string().nullable(),
    confidence: confidence.nullable(),
    officialTexts: z.array(officialTextView),
  })
  .meta({ id: 'Requirement' });
export type RequirementView = z.infer<typeof requirementView>;

export const questionnaireHead = z.object({
  pack: z.string(),
  version: z.string(),
  title: z.string(),
  official: z.boolean(),
  sectionCount: z.number().int(),
  questionCount: z.number().int(),
  provenance: provenanceView,
  installedAt: instantField,
});
export const questionnaireList = z
  .object({
    items: z.array(
      questionnaireHead.extend({
        /** The version of its pack that was installed last: what a new assessment is offered. */
        newest: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'QuestionnaireList' });

const question = z.object({
  id: z.string(),
  number: z.number().int(),
  covers: z.string(),
  citations,
  requirementIds: z.array(z.string()),
  designation: z.string().nullable(),
  publishedDesignation: z.string().optional(),
  text: z.string(),
  /** The answers to an earlier question after which this one is asked; absent: always. */
  askedWhen: z
    .object({
      question: z.string(),
      options: z.array(z.string()).optional(),
      standings: z.array(z.enum(STANDINGS)).optional(),
      why: z.string(),
    })
    .optional(),
  why: z.string(),
  evidence: z.string(),
  options: z.array(
    z.object({ id: z.string(), text: z.string(), standing: z.enum(STANDINGS), explanation: z.string() }),
  ),
  note: z.string().optional(),
});
export const questionnaireView = z
  .object({
    ...questionnaireHead.shape,
    sections: z.array(
      z.object({
        id: z.string(),
        number: z.number().int(),
        title: z.string(),
        intro: z.string(),
        questions: z.array(question),
        vulnerabilities: z
          .array(
            z.object({
              id: z.string(),
              number: z.number().int(),
              vulnerability: z.string(),
              threats: z.array(z.string()),
            }),
          )
          .optional(),
      }),
    ),
  })
  .meta({ id: 'Questionnaire' });

const remark = z.object({ path: z.string(), message: z.string() });

/** What a file is, what is wrong with it, and what it would change. Nothing is installed until it is confirmed. */
export const packImportView = z
  .object({
    recognisedAs: z.string().nullable(),
    state: z.enum(['new', 'already-installed', 'version-taken', 'refused']),
    pack: z
      .object({
        pack: z.string(),
        version: z.string(),
        kind: packKind,
        title: z.string(),
        official: z.boolean(),
        provenance: provenanceView,
      })
      .nullable(),
    counts: z.record(z.string(), z.number().int()),
    problems: z.array(remark),
    notes: z.array(remark),
    diff: z
      .object({
        against: z.object({ pack: z.string(), version: z.string() }).nullable(),
        added: z.array(z.string()),
        removed: z.array(z.string()),
        changed: z.array(z.object({ id: z.string(), fields: z.array(z.string()) })),
        unchanged: z.number().int(),
      })
      .nullable(),
    /** The job that installs it, once it is confirmed. */
    jobId: z.string().nullable(),
  })
  .meta({ id: 'PackImport' });
export type PackImportView = z.infer<typeof packImportView>;
export const packImportQuery = z.strictObject({ confirm: z.enum(['true', 'false']).default('false') });
