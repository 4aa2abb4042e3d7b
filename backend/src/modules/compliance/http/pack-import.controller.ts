import {
  applyDecorators,
  Body,
  Controller,
  Post,
  Query,
  Res,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Response } from 'express';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { Returns } from '../../../platform/http/returns.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { RequestImport, type ImportSource } from '../application/request-import.js';
import { packImportQuery, packImportView } from '../compliance.schemas.js';

const MOST_BYTES = 2 * 1024 * 1024;
/** Above our own limit, so that our own words answer. */
const MOST_RECEIVED = 8 * 1024 * 1024;

/** Takes a file of a form, or the document itself as JSON. */
function AcceptsPackFile(): MethodDecorator {
  return applyDecorators(
    UseInterceptors(
      FileInterceptor('file', {
        limits: { fileSize: MOST_RECEIVED, files: 1, fields: 4, parts: 5 },
        defParamCharset: 'utf8',
      }),
    ),
    ApiConsumes('multipart/form-data', 'application/json'),
    ApiBody({
      required: true,
      schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
    }),
  );
}

interface ReceivedFile {
  originalname: string;
  buffer: Buffer;
}

@Controller('packs')
export class PackImportController {
  constructor(private readonly imports: RequestImport) {}

  /** What the file is and would change; with `confirm=true` a job installs it. */
  @Post('import')
  @RequirePermission('pack:import')
  @AcceptsPackFile()
  @Returns(packImportView)
  async import(
    @UploadedFile() file: ReceivedFile | undefined,
    @Body() body: unknown,
    @Query({ schema: packImportQuery }) { confirm }: { confirm: 'true' | 'false' },
    @Res({ passthrough: true }) response: Response,
  ) {
    const source = sourceOf(file, body);
    if (confirm === 'false') return this.imports.preview(source);
    const view = await this.imports.confirm(source);
    response.status(202);
    return view;
  }
}

function sourceOf(file: ReceivedFile | undefined, body: unknown): ImportSource {
  if (!file) {
    if (body === null || typeof body !== 'object' || Object.keys(body).length === 0)
      throw refusal('pack.file-missing', 'Choose a file.');
    return { document: body };
  }
  if (file.buffer.length > MOST_BYTES)
    throw refusal('pack.file-too-large', `The file may have ${MOST_BYTES / 1024 / 1024} MB at most.`);
  return { name: file.originalname.slice(0, 200), bytes: file.buffer };
}

function refusal(code: `${string}.${string}`, message: string): DomainError {
  return new DomainError(code, 'invalid', message, { fieldErrors: { file: [message] } });
}
