import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { createImportRequest } from '../asset-import.schemas.js';

/** Above our own limit of 2 MB, so that our own words answer; nothing is kept on disk. */
const MOST_RECEIVED = 8 * 1024 * 1024;

/** A handler that takes a list as a file of a form, or as JSON with its text. */
export function AcceptsList(): MethodDecorator {
  return applyDecorators(
    UseInterceptors(
      FileInterceptor('file', {
        limits: { fileSize: MOST_RECEIVED, files: 1, fields: 8, fieldSize: 4_096, parts: 10 },
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
  file: UploadedFile | undefined,
  body: unknown,
): { fileName: string; bytes: Buffer } {
  if (file)
    return {
      fileName: plainName(Buffer.from(file.originalname, 'latin1').toString('utf8')),
      bytes: file.buffer,
    };
  const parsed = createImportRequest.safeParse(body);
  if (!parsed.success) {
    const message = 'Choose an Excel workbook (.xlsx) or a CSV file.';
    throw new DomainError('asset-import.file-missing', 'invalid', message, {
      fieldErrors: { file: [message] },
    });
  }
  return { fileName: plainName(parsed.data.fileName), bytes: Buffer.from(parsed.data.content, 'utf8') };
}

/** The name as a person knows it: no folders, nothing that cannot be printed. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return (
    last
      .replace(/\p{Cc}/gu, '')
      .trim()
      .slice(0, 200) || 'list.csv'
  );
}
