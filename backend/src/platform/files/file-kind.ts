import { fileTypeFromBuffer } from 'file-type';
import { DomainError } from '../kernel/domain-error.js';

/** What may be stored, by what the content is, whatever its name or its sender says. */
const KINDS = {
  pdf: { mediaType: 'application/pdf', endings: ['pdf'] },
  png: { mediaType: 'image/png', endings: ['png'] },
  jpg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  webp: { mediaType: 'image/webp', endings: ['webp'] },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
  },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  pptx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    endings: ['pptx'],
  },
  csv: { mediaType: 'text/csv', endings: ['csv'] },
  txt: { mediaType: 'text/plain', endings: ['txt'] },
} as const;

export interface FileKind {
  mediaType: string;
  /** What its name must end in; the first one is given to a name that ends otherwise. */
  endings: readonly string[];
}

export async function fileKind(content: Buffer, name: string): Promise<FileKind> {
  const magic = await fileTypeFromBuffer(content);
  if (magic) {
    if (Object.hasOwn(KINDS, magic.ext)) return KINDS[magic.ext as keyof typeof KINDS];
    throw refused();
  }
  // Text has no magic bytes: it is text when it reads as such.
  if (!isText(content)) throw refused();
  return /\.csv$/i.test(name) ? KINDS.csv : KINDS.txt;
}

function isText(content: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    // eslint-disable-next-line no-control-regex -- these are the characters that text has not
    return !/[\u0000-\u0008\u000e-\u001f]/.test(text);
  } catch {
    return false;
  }
}

function refused(): DomainError {
  const words =
    'This kind of file is not taken. Use PDF, PNG, JPEG, WebP, Word, Excel or PowerPoint without macros, CSV or plain text.';
  return new DomainError('file.kind', 'invalid', words, { fieldErrors: { file: [words] } });
}
