import { Controller, Get, Module, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, truncateSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppModule } from '../../app.module.js';
import { startTestApp, type TestApp } from '../../testing/test-app.js';
import { startTestWorker } from '../../testing/test-worker.js';
import { AnyMember } from '../access/route-access.js';
import { TenantDb } from '../database/tenant-db.js';
import { Returns } from '../http/returns.js';
import { sendFile } from './send-file.js';
import { MOST_BYTES, StoredFiles, type StoredFile, type Upload } from './stored-files.js';
import { SweepOrphanFiles } from './sweep-orphans.task.js';
import { ReceivedUpload, ReceivesFile } from './uploads.js';

const storedFile = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
});

/** As a module would use it. */
@Controller('spec-files')
class SpecFilesController {
  constructor(
    private readonly files: StoredFiles,
    private readonly db: TenantDb,
  ) {}

  @Post()
  @AnyMember()
  @ReceivesFile()
  @Returns(storedFile, 201)
  add(@ReceivedUpload() upload: Upload) {
    return this.db.write((tx) => {
      tx.audit.record({
        action: 'organization.updated',
        target: { type: 'organization', id: tx.organizationId },
      });
      return this.files.store(tx, upload);
    });
  }

  @Get(':id')
  @AnyMember()
  async download(@Param('id') id: string, @Res() response: Response): Promise<void> {
    await sendFile(response, await this.db.read((tx) => this.files.open(tx, id)));
  }
}

@Module({ controllers: [SpecFilesController] })
class SpecModule {}

describe('stored files', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp((config) => ({ module: SpecModule, imports: [AppModule.with(config)] }));
  });
  afterAll(() => app.close());

  const pdf = (bytes: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes)]);
  const upload = async (content: Buffer, name = 'scan.pdf'): Promise<StoredFile> => {
    const staff = await app.signIn('staff');
    return (await staff.post('/api/v1/spec-files').attach('file', content, name).expect(201))
      .body as StoredFile;
  };
  const pathOf = ({ id }: { id: string }): string =>
    join(app.config.PART164_HOME, 'files', app.a.id, id.slice(-2), id);
  const drafts = (): string[] =>
    readdirSync(join(app.config.PART164_HOME, 'files'), { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.draft'));

  it('come back as they were, to be saved and never shown', async () => {
    const content = pdf(300_000);
    const file = await upload(content, 'Überweisung.pdf');
    expect(file).toMatchObject({
      name: 'Überweisung.pdf',
      mediaType: 'application/pdf',
      sizeBytes: content.length,
    });
    expect(file.sha256).toBe(createHash('sha256').update(content).digest('hex'));
    const staff = await app.signIn('staff');
    const { body, headers } = await staff
      .get(`/api/v1/spec-files/${file.id}`)
      .buffer(true)
      .parse(binary)
      .expect(200);
    expect((body as Buffer).equals(content)).toBe(true);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(content.length),
      'content-disposition': `attachment; filename="_berweisung.pdf"; filename*=UTF-8''%C3%9Cberweisung.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(headers['content-security-policy']).toContain('sandbox');
  });

  it('lie encrypted in the folder, and so does their name in the database', async () => {
    const file = await upload(Buffer.from('the name of a patient\n'), 'patient list.txt');
    expect(readFileSync(pathOf(file)).toString('latin1')).not.toContain('patient');
    const [row] = await app.database.asSuperuser<{ name: Buffer }>(
      'select name from stored_file where id = $1',
      [file.id],
    );
    expect(row!.name.toString('latin1')).not.toContain('patient');
    expect(drafts()).toEqual([]);
  });

  it('are refused when empty, too large, of another kind, or not there', async () => {
    const staff = await app.signIn('staff');
    const post = (content: Buffer, name: string) =>
      staff.post('/api/v1/spec-files').attach('file', content, name);
    expect((await post(Buffer.alloc(0), 'a.pdf').expect(400)).body).toMatchObject({ code: 'file.empty' });
    expect((await post(Buffer.from('MZ\0\0'), 'a.pdf').expect(400)).body).toMatchObject({
      code: 'file.kind',
      fieldErrors: { file: [expect.any(String)] },
    });
    expect((await staff.post('/api/v1/spec-files').field('note', 'x').expect(400)).body).toMatchObject({
      code: 'file.none',
    });
    expect((await post(pdf(MOST_BYTES), 'a.pdf').expect(413)).body).toMatchObject({
      code: 'request.too-large',
    });
  });

  it('are not found by another organization', async () => {
    const file = await upload(pdf(10));
    const other = await app.signIn('org-admin', app.b);
    await other.get(`/api/v1/spec-files/${file.id}`).expect(404);
  });

  it('break the download off when they were changed or cut off', async () => {
    const changed = await upload(pdf(200_000));
    const bytes = readFileSync(pathOf(changed));
    bytes[150_000]! ^= 1;
    writeFileSync(pathOf(changed), bytes);
    const cut = await upload(pdf(200_000));
    truncateSync(pathOf(cut), 6 + 2 * (65_536 + 28));
    const staff = await app.signIn('staff');
    for (const { id } of [changed, cut])
      await expect(staff.get(`/api/v1/spec-files/${id}`).buffer(true).parse(binary)).rejects.toThrow(
        'aborted',
      );
  });

  it('that were never committed are swept out after a day, the others stay', async () => {
    const kept = await upload(pdf(10));
    const orphan = await app.as(app.a.members.staff, async () => {
      let stored: StoredFile | undefined;
      const failing = app.app.get(TenantDb).write(async (tx) => {
        stored = await app.app.get(StoredFiles).store(tx, { name: 'a.pdf', content: pdf(10) });
        throw new Error('planted');
      });
      await expect(failing).rejects.toThrow('planted');
      return stored!;
    });
    writeFileSync(`${pathOf(kept)}.abcd.draft`, 'half');
    const worker = await startTestWorker(app);
    await worker.sweep(SweepOrphanFiles);
    expect(readFileSync(pathOf(orphan)).length).toBeGreaterThan(0);
    const old = new Date(Date.now() - 25 * 3_600_000);
    for (const path of [pathOf(kept), pathOf(orphan), `${pathOf(kept)}.abcd.draft`])
      utimesSync(path, old, old);
    await worker.sweep(SweepOrphanFiles);
    await worker.close();
    expect(() => readFileSync(pathOf(orphan))).toThrow('ENOENT');
    expect(drafts()).toEqual([]);
    const staff = await app.signIn('staff');
    await staff.get(`/api/v1/spec-files/${kept.id}`).expect(200);
  });

  it('that are gone from the folder say so', async () => {
    const file = await upload(pdf(10));
    unlinkSync(pathOf(file));
    const staff = await app.signIn('staff');
    expect((await staff.get(`/api/v1/spec-files/${file.id}`).expect(503)).body).toMatchObject({
      code: 'file.missing',
    });
  });
});

function binary(response: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const stream = response as NodeJS.ReadableStream;
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}
