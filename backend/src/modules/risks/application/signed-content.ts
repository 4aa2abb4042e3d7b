import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../platform/audit/event-row.js';
import type { KeptSnapshot } from '../persistence/snapshot.repository.js';
import type { AssessmentReport, ReportSignOff } from '../report/assessment-report.schema.js';

/** What is signed: the report with everything about the signature but the hash over it. */
export interface SignedContent {
  text: string;
  contentHash: string;
}

export function signedContent(
  report: AssessmentReport,
  signOff: Omit<ReportSignOff, 'contentHash'>,
): SignedContent {
  const text = canonicalJson({
    ...report,
    draft: false,
    assessment: { ...report.assessment, status: 'signed' },
    signOff,
  });
  return { text, contentHash: hashOf(text) };
}

/** The signed report; null when the text is not the one that the hash was taken over, or cannot be opened. */
export function openSnapshot(snapshot: KeptSnapshot): AssessmentReport | null {
  const text = signedText(snapshot);
  if (text === null) return null;
  const content = JSON.parse(text) as AssessmentReport & { signOff: ReportSignOff };
  return { ...content, signOff: { ...content.signOff, contentHash: snapshot.contentHash } };
}

/** What was signed, byte for byte; null when it is not what the hash was taken over, or cannot be opened. */
export function signedText(snapshot: KeptSnapshot): string | null {
  try {
    const text = snapshot.open();
    return hashOf(text) === snapshot.contentHash ? text : null;
  } catch {
    return null;
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
