import type { AssessmentReport } from '../assessment-report';
import type { DocumentName } from '../render-document';
import type { DocumentProgress } from './document-progress.server';
import { renderInProcess } from './document-process.server';
import { documentQueue } from './document-queue.server';
import { keptDocuments, keyOfSigned } from './kept-documents.server';

/** Whoever works on the layout wants to see it, not what it was before. */
const LAYOUT_CHANGES = import.meta.env.MODE === 'development';

/**
 * The laid-out document. What is signed never changes, so its layout is done once. Only for a report that the backend
 * has just handed to this person: here nobody asks who may see it.
 */
export async function documentBytes(
  document: DocumentName,
  report: AssessmentReport,
  signal: AbortSignal,
  tell: (progress: DocumentProgress) => void,
): Promise<Buffer> {
  const key = LAYOUT_CHANGES ? null : keyOfSigned(document, report);
  const kept = () => (key === null ? undefined : keptDocuments.find(key));
  const laidOut = async (turn: AbortSignal) => {
    const bytes = await renderInProcess({ document, report }, turn, tell);
    if (key !== null) keptDocuments.keep(key, bytes);
    return bytes;
  };
  const tellAhead = (ahead: number) => tell({ step: 'waiting', ahead });
  // Asked again when it is its turn: somebody before it in the line may have wanted the same.
  const inLine = () => documentQueue.run(async (turn) => kept() ?? laidOut(turn), signal, tellAhead);
  return kept() ?? inLine();
}
