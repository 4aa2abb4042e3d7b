import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { createImportRequest } from '../import.schemas.js';

const MEGABYTE = 1024 * 1024;

/** A handler that takes a list as a file of a form, or as JSON with its text. */
export function AcceptsList(): MethodDecorator {
  // Above our own limit of 5 MB, so that our own words answer.
  return AcceptsFile(8);
}

/** A handler that takes a file of a form, of so many megabytes at most. It is held in memory; nothing is kept on disk. */
export function AcceptsFile(megabytes: number): MethodDecorator {
  return applyDecorators(
    UseInterceptors(
      FileInterceptor('file', {
        limits: { fileSize: megabytes * MEGABYTE, files: 1, fields: 8, fieldSize: 4_096, parts: 10 },
      }),
    ),
    ApiConsumes('multipart/form-data'),
    ApiBody({
      required: true,
      schema: {
        type: 'object',
        required: ['file'],
        properties: { file: { type: 'string', format: 'binary' } },
      },
    }),
  );
}

export interface UploadedFile {
  originalname: string;
  buffer: Buffer;
}

/** The list that came, whichever way. */
export function uploadedList(
  target: string,
  file: UploadedFile | undefined,
  body: unknown,
): { fileName: string; bytes: Buffer } {
  return uploadedFile(file, body, 'list.csv', () => {
    const message = 'Choose an Excel workbook (.xlsx) or a CSV file.';
    return new DomainError(`${target}.file-missing`, 'invalid', message, {
      fieldErrors: { file: [message] },
    });
  });
}

/** The file that came, in a form or as JSON with its name and text; `missing` is what to say when none did. */
export function uploadedFile(
  file: UploadedFile | undefined,
  body: unknown,
  nameless: string,
  missing: () => DomainError,
): { fileName: string; bytes: Buffer } {
  if (file)
    return {
      fileName: plainName(Buffer.from(file.originalname, 'latin1').toString('utf8'), nameless),
      bytes: file.buffer,
    };
  const parsed = createImportRequest.safeParse(body);
  if (!parsed.success) throw missing();
  return {
    fileName: plainName(parsed.data.fileName, nameless),
    bytes: Buffer.from(parsed.data.content, 'utf8'),
  };
}

/** The name as a person knows it: no folders, nothing that cannot be printed. */
function plainName(name: string, nameless: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return (
    last
      .replace(/\p{Cc}/gu, '')
      .trim()
      .slice(0, 200) || nameless
  );
}
