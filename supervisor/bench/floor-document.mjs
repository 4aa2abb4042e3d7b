// The floor of the report: the same risks from standard input as plain lines of a PDF, drawn and streamed by pdfkit.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { CHECKOUT } from '../settings.mjs';

// It is a package of the backend.
const PDFDocument = createRequire(join(CHECKOUT, 'backend', 'package.json'))('pdfkit');

const { risks } = /** @type {{ risks: Record<string, unknown>[] }} */ (await json(process.stdin));
const document = new PDFDocument({ size: 'LETTER', margin: 40 });
const written = pipeline(document, process.stdout);
document.fontSize(9);
for (const risk of risks) {
  document
    .text(`${risk.number} ${risk.title}`)
    .text(String(risk.description))
    .text(String(risk.treatmentReason));
  document.moveDown(0.5);
}
document.end();
await written;
