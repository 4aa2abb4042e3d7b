import { applyDecorators } from '@nestjs/common';
import { ApiProduces, ApiResponse } from '@nestjs/swagger';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export type DocumentType =
  | 'text/csv'
  | 'application/pdf'
  | 'application/json'
  | 'application/octet-stream'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Declares a download. */
export function ReturnsDocument(type: DocumentType): MethodDecorator {
  return applyDecorators(
    ApiProduces(type),
    ApiResponse({
      status: 200,
      description: 'The document',
      content: { [type]: { schema: { type: 'string', format: 'binary' } } },
    }),
  );
}

/** Streams a document as fast as it is taken: what is sent is forgotten, however long it is. */
export async function sendDocument(
  response: Response,
  type: DocumentType,
  fileName: string,
  content: AsyncIterable<string | Uint8Array>,
): Promise<void> {
  response.setHeader('Content-Type', type === 'text/csv' ? 'text/csv; charset=utf-8' : type);
  response.setHeader('Content-Disposition', `attachment; filename="${fileName}"`);
  try {
    await pipeline(Readable.from(content, { objectMode: false }), response);
  } catch (error) {
    // Whoever asked went away: nobody is left to be told.
    if ((error as { code?: string }).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}
