import type { AssessmentReport, ReportAction } from '../assessment-report';

/** What a person did for the analysis, and how often; in the order in which it is told. */
export const DEEDS = [
  'prepared',
  'submitted',
  'approved',
  'adoptedScale',
  'answered',
  'decidedSpecifications',
  'rated',
  'reviewed',
  'turnedDown',
  'askedAcceptance',
  'approvedAcceptance',
  'decidedChanges',
  'answeredTests',
  'addedEvidence',
  'worked',
  'checked',
] as const;
/** What a person answers for from here on. */
export const DUTIES = ['ownsAssets', 'ownsRisks', 'ownsActions', 'ownsLessons'] as const;
export type Deed = (typeof DEEDS)[number];
export type Duty = (typeof DUTIES)[number];

export interface PersonOfReport {
  name: string;
  /** More than one only where people share a name; none where it was not recorded. */
  roles: string[];
  deeds: { deed: Deed; count: number }[];
  duties: { duty: Duty; count: number }[];
}

/** Everyone who had a part in the analysis: who prepared, submitted and approved it first, then by name. */
export function peopleOf(report: AssessmentReport): PersonOfReport[] {
  const recorded = report.people ?? [];
  const counts = new Map(recorded.map(({ name }) => [name, new Map<Deed | Duty, number>()]));
  for (const [what, names] of Object.entries(partsTaken(report)) as [Deed | Duty, Named[]][]) {
    for (const name of names) if (name) count(counts, name, what);
  }
  const first = [report.assessment.preparedBy, report.assessment.submittedBy, report.signOff?.approvedBy];
  const rank = (name: string) => (first.includes(name) ? first.indexOf(name) : first.length);
  return [...counts]
    .sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b))
    .map(([name, parts]) => ({
      name,
      roles: recorded.filter((person) => person.name === name).map(({ role }) => role),
      deeds: DEEDS.flatMap((deed) => (parts.has(deed) ? [{ deed, count: parts.get(deed)! }] : [])),
      duties: DUTIES.flatMap((duty) => (parts.has(duty) ? [{ duty, count: parts.get(duty)! }] : [])),
    }));
}

type Named = string | null | undefined;

/** The names behind each part, once for each time that it was taken. */
function partsTaken(report: AssessmentReport): Record<Deed | Duty, Named[]> {
  const { assessment, signOff, risks, actions, changes } = report;
  const answers = report.sections.flatMap(({ questions }) => questions.flatMap(({ answer }) => answer ?? []));
  const decisions = (report.specifications ?? []).flatMap(({ decision }) => decision ?? []);
  const acceptances = report.acceptances ?? [];
  const lessons = [...actions.flatMap((action) => action.lessons ?? []), ...(report.earlierLessons ?? [])];
  const evidence = [...answers, ...decisions, ...actions].flatMap((shown) => shown.evidence ?? []);
  return {
    prepared: [assessment.preparedBy],
    submitted: [assessment.submittedBy],
    approved: [signOff?.approvedBy],
    adoptedScale: [assessment.scale.own?.adoptedBy],
    answered: answers.map(({ answeredBy }) => answeredBy),
    decidedSpecifications: decisions.map(({ decidedBy }) => decidedBy),
    rated: risks.map(({ ratedBy }) => ratedBy),
    reviewed: risks.map(({ carried }) => carried?.reviewedBy),
    turnedDown: report.dismissals.map(({ by }) => by),
    askedAcceptance: acceptances.map(({ askedBy }) => askedBy),
    approvedAcceptance: acceptances.map(({ decidedBy }) => decidedBy),
    decidedChanges: changes?.environment.decided.map(({ decidedBy }) => decidedBy) ?? [],
    answeredTests: report.checklist.map(({ answeredBy }) => answeredBy),
    addedEvidence: evidence.map(({ addedBy }) => addedBy),
    worked: actions.flatMap((action) => [...workedOn(action)]),
    checked: actions.map(({ validatedBy }) => validatedBy),
    ownsAssets: report.assets.map(({ ownerName }) => ownerName),
    ownsRisks: risks.map(({ ownerName }) => ownerName),
    ownsActions: actions.map(({ ownerName }) => ownerName),
    ownsLessons: lessons.map(({ ownerName }) => ownerName),
  };
}

/** Who moved an action on, or its date, or finished it: each once. */
function workedOn({ completedBy, history, dueMoves = [] }: ReportAction): Set<Named> {
  return new Set([completedBy, ...[...history, ...dueMoves].map(({ by }) => by)]);
}

function count(counts: Map<string, Map<Deed | Duty, number>>, name: string, what: Deed | Duty): void {
  const parts = counts.get(name) ?? new Map<Deed | Duty, number>();
  counts.set(name, parts.set(what, (parts.get(what) ?? 0) + 1));
}
