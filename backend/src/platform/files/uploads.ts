import {
  applyDecorators,
  createParamDecorator,
  UseInterceptors,
  type ExecutionContext,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiConsumes } from '@nestjs/swagger';
import type { Request } from 'express';
import { DomainError } from '../kernel/domain-error.js';
import { MOST_BYTES, type Upload } from './stored-files.js';

/**
 * Reads one file of a form (field `file`) into memory, never onto the disk in the clear: hence the limit. The other
 * fields come as the body.
 */
export function ReceivesFile(): MethodDecorator {
  return applyDecorators(
    // Without a storage or a folder it stays in memory.
    UseInterceptors(
      FileInterceptor('file', {
        limits: { fileSize: MOST_BYTES, files: 1, fields: 20, fieldSize: 64 * 1024, parts: 21 },
        defParamCharset: 'utf8',
      }),
    ),
    ApiConsumes('multipart/form-data'),
  );
}

interface ReceivedFile {
  originalname: string;
  buffer: Buffer;
}

/** The file of the form; a form without one is refused. */
export const ReceivedUpload = createParamDecorator((_: unknown, context: ExecutionContext): Upload => {
  const { file } = context.switchToHttp().getRequest<Request & { file?: ReceivedFile }>();
  if (!file) {
    throw new DomainError('file.none', 'invalid', 'No file came with the form.', {
      fieldErrors: { file: ['Choose a file.'] },
    });
  }
  return { name: file.originalname, content: file.buffer };
});
