import { language } from '~/messages/language';
import type { AssessmentReport } from '../assessment-report';
import type { DocumentName } from '../render-document';

const MOST_DOCUMENTS = 16;
const MOST_BYTES = 64 * 1024 * 1024;

/** The last few documents that were laid out; the one that nobody asked for the longest goes first. */
export class KeptDocuments {
  /** In the order of use, the latest last. */
  private readonly documents = new Map<string, Buffer>();
  private bytes = 0;

  constructor(
    private readonly mostDocuments: number,
    private readonly mostBytes: number,
  ) {}

  find(key: string): Buffer | undefined {
    const found = this.documents.get(key);
    if (!found) return undefined;
    this.documents.delete(key);
    this.documents.set(key, found);
    return found;
  }

  keep(key: string, document: Buffer): void {
    this.drop(key);
    // One that is larger than all the room would drive every other out and not fit even then.
    if (document.length > this.mostBytes) return;
    this.documents.set(key, document);
    this.bytes += document.length;
    for (const oldest of this.documents.keys()) {
      if (this.documents.size <= this.mostDocuments && this.bytes <= this.mostBytes) break;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    this.bytes -= this.documents.get(key)?.length ?? 0;
    this.documents.delete(key);
  }
}

export const keptDocuments = new KeptDocuments(MOST_DOCUMENTS, MOST_BYTES);

/**
 * What a signed document depends on and nothing else: the hash covers all of its content, the moment and the zone
 * too. A draft has none, for it may change at any time.
 */
export function keyOfSigned(document: DocumentName, report: AssessmentReport): string | null {
  if (report.draft || !report.signOff) return null;
  return `${document} ${language()} ${report.signOff.contentHash}`;
}
