import { applyDecorators } from '@nestjs/common';
import { ApiProduces, ApiResponse } from '@nestjs/swagger';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Declares a download of CSV. */
export function ReturnsCsv(): MethodDecorator {
  return applyDecorators(
    ApiProduces('text/csv'),
    ApiResponse({
      status: 200,
      description: 'The list as CSV',
      content: { 'text/csv': { schema: { type: 'string' } } },
    }),
  );
}

/** Streams a list: what is sent is forgotten, however long the list is. */
export async function sendCsv(
  response: Response,
  fileName: string,
  pieces: AsyncIterable<string> | readonly string[],
): Promise<void> {
  response.setHeader('Content-Type', 'text/csv; charset=utf-8');
  response.setHeader('Content-Disposition', `attachment; filename="${fileName}"`);
  try {
    await pipeline(Readable.from(pieces, { objectMode: false }), response);
  } catch (error) {
    // Whoever asked went away: nobody is left to be told.
    if ((error as { code?: string }).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}
