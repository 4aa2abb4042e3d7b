import { questionnaireFromSraTool } from '../../domain/official/sra-tool.js';
import { shapeProblems } from '../read-pack.js';
import { countProblems, officialHead, officialProvenance, type OfficialFormat } from './recognised.js';
import { sraToolFile } from './sra-tool.format.js';
import { plainIssue } from '../../../../platform/http/plain-issue.js';

const NAME = 'sra-tool';

/** sra-questions.json: the questions of the Security Risk Assessment Tool of ASTP/ONC and OCR. */
export const sraTool: OfficialFormat = {
  name: NAME,
  looksLike: ({ sections }) =>
    Array.isArray(sections) &&
    sections.some((section: { questions?: { options?: { risk_value?: unknown }[] }[] } | null) =>
      section?.questions?.some?.((question) =>
        question?.options?.some?.((option) => option && 'risk_value' in option),
      ),
    ),
  read(document, facts, regulation) {
    const read = sraToolFile.safeParse(document, { error: plainIssue });
    if (!read.success) return { ok: false, recognisedAs: NAME, problems: shapeProblems(read.error) };
    const file = read.data;
    const questions = file.sections.flatMap((section) => section.questions);
    const vulnerabilities = file.sections.flatMap((section) => section.vulnerabilities ?? []);
    const problems = countProblems(file, {
      sections: file.sections.length,
      questions: questions.length,
      answer_options: questions.flatMap((question) => question.options).length,
      vulnerabilities: vulnerabilities.length,
      threats: vulnerabilities.flatMap((row) => row.threats).length,
    });
    const version = /version (\d+(?:\.\d+)*)/.exec(file.meta.publication ?? '')?.[1];
    if (!version)
      problems.push({
        path: 'meta.publication',
        message: 'It does not say which version of the tool this is, such as "version 3.6".',
      });
    if (problems.length > 0) return { ok: false, recognisedAs: NAME, problems };
    const head = officialHead(
      { pack: NAME, version: version!, title: `${file.meta.title}, version ${version}` },
      officialProvenance(file, facts, {
        author: 'US Department of Health and Human Services',
        confidence: 'as-published',
        notes: file.meta.known_quirks,
      }),
    );
    return {
      ok: true,
      recognisedAs: NAME,
      official: true,
      ...questionnaireFromSraTool(file, head, regulation),
    };
  },
};
