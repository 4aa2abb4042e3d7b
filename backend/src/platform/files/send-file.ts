import type { Response } from 'express';
import { pipeline } from 'node:stream/promises';
import { attachment } from './file-name.js';
import type { OpenedFile } from './stored-files.js';

/**
 * Sends a stored file to be saved, never to be shown: attachment, no sniffing, and a sandbox should a browser open it
 * all the same. A damaged file breaks the download off: its length was announced, so nobody takes a part for the whole.
 */
export async function sendFile(response: Response, file: OpenedFile): Promise<void> {
  response.setHeader('Content-Type', file.mediaType);
  response.setHeader('Content-Length', String(file.sizeBytes));
  response.setHeader('Content-Disposition', attachment(file.name));
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; sandbox");
  response.setHeader('Cache-Control', 'no-store');
  await pipeline(file.content, response);
}
