import type { BreachFigures } from './breach-figures.js';
import { gateProblems } from './gate-problems.js';
import type { IncidentChecklists } from './incident-checklists.js';
import type { OfficialTexts } from './official-texts.js';
import type { PackContent } from './pack.js';
import type { Questionnaire } from './questionnaire.js';
import type { Requirements } from './requirements.js';
import { dangling, repeated, type PackProblem, type PackSurroundings } from './pack-problem.js';
import { scaleProblems } from './scale-problems.js';
import type { Terms } from './terms.js';
import { threatProblems } from './threat-problems.js';

/** Rows that name each other wrongly, or the same thing twice. Shapes were checked before. */
export function packProblems(pack: PackContent, around: PackSurroundings): PackProblem[] {
  switch (pack.kind) {
    case 'questionnaire':
      return questionnaireProblems(pack, around);
    case 'threats':
      return threatProblems(pack, around);
    case 'risk-scales':
      return scaleProblems(pack);
    case 'requirements':
      return requirementProblems(pack);
    case 'terms':
      return termProblems(pack);
    case 'official-texts':
      return officialTextProblems(pack);
    case 'breach-rule':
      return breachRuleProblems(pack);
    case 'incident-checklists':
      return checklistProblems(pack);
  }
}

function questionnaireProblems(pack: Questionnaire, around: PackSurroundings): PackProblem[] {
  const questions = pack.sections.flatMap((section) => section.questions);
  return [
    ...repeated(
      'sections',
      pack.sections.map((section) => section.id),
    ),
    ...repeated(
      'questions',
      questions.map((question) => question.id),
    ),
    ...repeated(
      'covers',
      questions.map((question) => question.covers),
    ),
    ...questions.flatMap((question) => [
      ...repeated(
        `${question.id}.options`,
        question.options.map((option) => option.id),
      ),
      ...dangling(
        `${question.id}.requirementIds`,
        question.requirementIds,
        around.requirementIds,
        'requirement',
      ),
    ]),
    ...gateProblems(questions),
  ];
}

function requirementProblems(pack: Requirements): PackProblem[] {
  const standards = new Set(
    pack.requirements.filter((row) => row.kind === 'standard').map((row) => row.citation),
  );
  return [
    ...repeated(
      'requirements',
      pack.requirements.map((row) => row.id),
    ),
    ...repeated(
      'citations',
      pack.requirements.map((row) => row.citation),
    ),
    ...repeated(
      'order',
      pack.requirements.map((row) => String(row.order)),
    ),
    ...repeated(
      'analysisTests',
      pack.analysisTests.map((test) => test.id),
    ),
    ...repeated(
      'methodology',
      pack.methodology.map((step) => String(step.step)),
    ),
    ...pack.requirements.flatMap((row) =>
      dangling(`${row.id}.standard`, row.standard === null ? [] : [row.standard], standards, 'standard'),
    ),
  ];
}

function termProblems(pack: Terms): PackProblem[] {
  return [
    ...repeated(
      'terms',
      pack.terms.map((term) => term.id),
    ),
    ...repeated(
      'words',
      pack.terms.map((term) => term.term.toLowerCase()),
    ),
  ];
}

function officialTextProblems(pack: OfficialTexts): PackProblem[] {
  return repeated(
    'items',
    pack.items.map((item) => `${item.group}: ${item.key}`),
  );
}

function breachRuleProblems(pack: BreachFigures): PackProblem[] {
  return [
    ...repeated(
      'figures',
      pack.figures.map((figure) => figure.id),
    ),
    ...repeated(
      'jurisdictions',
      pack.jurisdictions.map((place) => place.id),
    ),
  ];
}

function checklistProblems(pack: IncidentChecklists): PackProblem[] {
  const kinds = pack.kinds.map((kind) => kind.id);
  const known = new Set(kinds);
  return [
    ...repeated('kinds', kinds),
    ...repeated(
      'tasks',
      pack.tasks.map((task) => task.id),
    ),
    ...repeated(
      'titles',
      pack.tasks.map((task) => task.title.toLowerCase()),
    ),
    ...pack.tasks.flatMap((task) => [
      ...repeated(`${task.id}.kinds`, task.kinds),
      ...dangling(`${task.id}.kinds`, task.kinds, known, 'kind'),
    ]),
  ];
}
