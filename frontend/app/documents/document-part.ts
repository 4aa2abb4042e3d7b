import type { ComponentType } from 'react';
import type { AssessmentReport } from './assessment-report';
import type { DocumentFrame } from './document-frame';

/** What each section of a document is given. */
export interface SectionProps {
  report: AssessmentReport;
  frame: DocumentFrame;
  id: string;
  number: number;
  title: string;
}

/** A section as a document lists it. */
export interface DocumentPart {
  id: string;
  title: () => string;
  Section: ComponentType<SectionProps>;
  /** Whether it has something to tell of this analysis; without it, of every one. */
  applies?: (report: AssessmentReport) => boolean;
  landscape?: boolean;
  /** Whether it begins a page of its own; without it, it goes on below the one before. */
  ownPage?: (report: AssessmentReport) => boolean;
}

export interface NumberedPart extends Omit<DocumentPart, 'title'> {
  number: number;
  title: string;
}

/** The sections that a document of this analysis has, numbered as its contents list them. */
export function partsOf(parts: readonly DocumentPart[], report: AssessmentReport): NumberedPart[] {
  return parts
    .filter(({ applies }) => applies?.(report) ?? true)
    .map((part, index) => ({ ...part, title: part.title(), number: index + 1 }));
}

/**
 * Sections that share sheets: a short one goes on below the one before it, so that no page stays nearly empty. A long one
 * begins a page, and so does one that lies across.
 */
export function sheetsOf(parts: readonly NumberedPart[], report: AssessmentReport): NumberedPart[][] {
  const sheets: NumberedPart[][] = [];
  for (const part of parts) {
    const sheet = sheets.at(-1);
    const turns = Boolean(sheet?.[0]?.landscape) !== Boolean(part.landscape);
    if (!sheet || turns || part.ownPage?.(report)) sheets.push([part]);
    else sheet.push(part);
  }
  return sheets;
}
