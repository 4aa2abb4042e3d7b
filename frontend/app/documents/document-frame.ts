import { t } from '~/messages';
import type { AssessmentReport } from './assessment-report';
import { moment } from './format';
import type { TellProgress } from './layout-progress';

/** A section of a document, and on which pages it stands once they are laid out. */
export interface SectionPlace {
  id: string;
  number: number;
  title: string;
  /** Filled in the first round of the layout, read in the second, which is the one that is printed. */
  first?: number;
  last?: number;
  /** Where the room that follows it ends: what comes next may begin there. */
  below?: number;
}

/** What each page of a document says about the whole. */
export interface DocumentFrame {
  documentTitle: string;
  assessmentTitle: string;
  organization: string;
  generated: string;
  timeZone: string;
  /** Null while nobody has signed. */
  contentHash: string | null;
  /** Begun by mistake, and on record as that. */
  withdrawn: boolean;
  sections: readonly SectionPlace[];
  tell: TellProgress;
}

export function frameOf(
  report: AssessmentReport,
  documentTitle: string,
  sections: readonly Pick<SectionPlace, 'id' | 'number' | 'title'>[],
  tell: TellProgress,
): DocumentFrame {
  return {
    documentTitle,
    assessmentTitle: report.assessment.title,
    organization: report.organization.name,
    generated: t('documents.generated', { time: moment(report.generatedAt, report.organization.timeZone) }),
    timeZone: report.organization.timeZone,
    contentHash: report.signOff?.contentHash ?? null,
    withdrawn: report.assessment.status === 'withdrawn',
    sections: sections.map(({ id, number, title }) => ({ id, number, title })),
    tell,
  };
}

export type SectionEdge = 'first' | 'last' | 'below';

export function notePlace({ sections }: DocumentFrame, id: string, edge: SectionEdge, page: number): void {
  const place = sections.find((section) => section.id === id);
  if (place) place[edge] = page;
}

/** Whether the room that follows a section stands whole on its last page. */
export function hasRoomBelow({ sections }: DocumentFrame, id: string): boolean {
  const place = sections.find((section) => section.id === id);
  return place?.below === place?.last;
}

/** The titles of the sections that stand on a page, for its head. */
export function titlesOn({ sections }: DocumentFrame, page: number): string {
  return sections
    .filter(({ first, last }) => first !== undefined && first <= page && page <= (last ?? first))
    .map(({ title }) => title)
    .join(' \u00b7 ');
}
