import { pipeline } from 'node:stream/promises';
import { json } from 'node:stream/consumers';
import type { AssessmentReport } from '../assessment-report';
import type { LayoutProgress } from '../layout-progress';
import { renderDocument, type DocumentName } from '../render-document';

/**
 * One document, one process: the order comes in on standard input, the bytes leave on standard output. Layout takes
 * seconds of computing and hundreds of megabytes, which a server that answers others cannot spare.
 */
interface Order {
  document: DocumentName;
  report: AssessmentReport;
}

const TELL_EVERY_MS = 100;

// Standard output carries the document and nothing else.
console.log = console.error;
console.info = console.error;

const { document, report } = (await json(process.stdin)) as Order;
await pipeline(await renderDocument(document, report, tellNowAndThen()), process.stdout);

/** To whoever began this process, by the channel that only they have. */
function tellNowAndThen() {
  let last = 0;
  return (progress: LayoutProgress) => {
    const now = performance.now();
    if (now - last < TELL_EVERY_MS) return;
    last = now;
    process.send?.(progress);
  };
}
