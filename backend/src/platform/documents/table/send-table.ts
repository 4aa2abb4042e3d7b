import { applyDecorators } from '@nestjs/common';
import { ApiParam, ApiProduces, ApiResponse } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { sendDocument, type DocumentType } from '../send-document.js';
import { AsksPurpose } from './export-purpose.js';
import { TABLE_FORMATS, type TableFormat } from './table-column.js';
import type { TableFile } from './table-file.js';

const TYPES: Record<TableFormat, DocumentType> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
};

export const tableFormat = z.enum(TABLE_FORMATS, { error: 'Lists come as csv, xlsx or json.' });

/** Declares a download of a list, at a path that ends in `export.:format`. */
export function ReturnsTable(): MethodDecorator {
  const types = Object.values(TYPES);
  return applyDecorators(
    AsksPurpose(),
    ApiParam({ name: 'format', enum: TABLE_FORMATS, description: 'csv, xlsx or json' }),
    ApiProduces(...types),
    ApiResponse({
      status: 200,
      description: 'The list',
      content: Object.fromEntries(
        types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
      ),
    }),
  );
}

export function sendTable(response: Response, { format, fileName, content }: TableFile): Promise<void> {
  return sendDocument(response, TYPES[format], fileName, content);
}
