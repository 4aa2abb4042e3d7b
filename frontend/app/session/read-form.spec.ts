// @vitest-environment node
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createReadableStreamFromReadable } from '@react-router/node';
import { describe, expect, it } from 'vitest';
import { fileProblem } from './file-problem.server';
import { optionalCents, optionalNumber, readForm } from './read-form.server';

function typed(value: string): FormData {
  const form = new FormData();
  form.set('amount', value);
  return form;
}

describe('what was typed into a field for numbers', () => {
  it.each<[string, unknown]>([
    ['', null],
    ['  ', null],
    ['1,200', 1200],
    ['-5', -5],
    ['12.5', 12.5],
    ['lots', 'lots'],
    ['1e3', '1e3'],
  ])('%j is read as %j, and never dropped', (value, read) => {
    expect(optionalNumber(typed(value), 'amount')).toBe(read);
  });

  it.each<[string, unknown]>([
    ['', null],
    ['1200', 120_000],
    ['$1,200.50', 120_050],
    ['0.29', 29],
    ['1.005', 100.5],
    ['9999999999.99', 999_999_999_999],
    ['12k', '12k'],
    ['1.2.3', '1.2.3'],
  ])('%j dollars are %j cents', (value, cents) => {
    expect(optionalCents(typed(value), 'amount')).toBe(cents);
  });
});

const MEGABYTE = 1024 * 1024;

/** Over a real socket, which pauses and goes on. */
async function upload(size: number): Promise<FormData> {
  const form = new FormData();
  form.set('intent', 'evidence');
  form.set('title', 'Backup log, März');
  form.set('file', new File([new Uint8Array(size)], 'log.pdf', { type: 'application/pdf' }));
  form.set('note', 'Nightly');
  let read: Promise<FormData> | undefined;
  const server = createServer((incoming, response) => {
    const init = {
      method: 'POST',
      headers: { 'content-type': incoming.headers['content-type'] ?? '' },
      body: createReadableStreamFromReadable(incoming),
      duplex: 'half',
    };
    read = readForm(new Request('http://localhost/upload', init));
    void read.finally(() => response.end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { method: 'POST', body: form });
  server.close();
  return read!;
}

describe('a form with a file', () => {
  it('is read whole within the limit', async () => {
    const form = await upload(3 * MEGABYTE);
    expect((form.get('file') as File).size).toBe(3 * MEGABYTE);
    expect(form.get('note')).toBe('Nightly');
    expect(fileProblem(form, 20)).toBeNull();
  });

  it('is refused at the file when that is above the limit of the page', async () => {
    expect(fileProblem(await upload(2.5 * MEGABYTE), 2)).toMatchObject({
      status: 413,
      fieldErrors: { file: ['This file has 2.5 MB. At most 2 MB can be sent.'] },
    });
  });

  it('keeps the fields before a file that is larger than this server reads', async () => {
    const form = await upload(30 * MEGABYTE);
    expect(Object.fromEntries(form)).toEqual({ intent: 'evidence', title: 'Backup log, März' });
    expect(fileProblem(form, 20)).toMatchObject({
      status: 413,
      fieldErrors: { file: ['This file is too large. At most 20 MB can be sent.'] },
    });
  });
});
