import fc from 'fast-check';
import { createHash, createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { KeyRing } from '../crypto/data-keys.js';
import { openFile, sealFile, type Measured } from './seal-file.js';
import { DamagedFile, HEAD, SEALED_SEGMENT, SEGMENT } from './segments.js';

const key = createSecretKey(randomBytes(32));
const ring: KeyRing = { current: { version: 3, key }, byVersion: new Map([[3, key]]) };
const place = { organizationId: 'org-a', fileId: 'file-1' };

async function collect(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function seal(plain: Buffer[]): Promise<{ sealed: Buffer; measured: Measured }> {
  let measured: Measured | undefined;
  const sealed = await collect(sealFile(ring.current, place, plain, (result) => (measured = result)));
  return { sealed, measured: measured! };
}

const open = (sealed: Buffer[], measured: Measured, where = place): Promise<Buffer> =>
  collect(openFile(ring, where, sealed, measured));

/** Sizes around the borders of segments, where such code goes wrong. */
const sizes = fc.oneof(
  fc.integer({ min: 0, max: 300 }),
  fc.integer({ min: SEGMENT - 2, max: SEGMENT + 2 }),
  fc.integer({ min: 3 * SEGMENT - 2, max: 3 * SEGMENT + 2 }),
);

/** Cuts a buffer as a network would. */
function chunked(bytes: Buffer, cuts: number[]): Buffer[] {
  const points = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  return [...points, bytes.length].map((end, i) => bytes.subarray(points[i - 1] ?? 0, end));
}

describe('a sealed file', () => {
  it('opens to what was stored, however both come in pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        sizes,
        fc.array(fc.nat(), { maxLength: 6 }),
        fc.array(fc.nat(), { maxLength: 6 }),
        async (size, cuts, otherCuts) => {
          const plain = randomBytes(size);
          const { sealed, measured } = await seal(chunked(plain, cuts));
          expect(measured).toEqual({ sizeBytes: size, sha256: createHash('sha256').update(plain).digest() });
          expect((await open(chunked(sealed, otherCuts), measured)).equals(plain)).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is refused when any byte of it is another', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.integer({ min: 1, max: 255 }), async (size, where, mask) => {
        const { sealed, measured } = await seal([randomBytes(size)]);
        const at = where % sealed.length;
        sealed[at] = sealed[at]! ^ mask;
        await expect(open([sealed], measured)).rejects.toThrow(DamagedFile);
      }),
      { numRuns: 150 },
    );
  });

  it('is refused when it was cut off anywhere, also between two segments', async () => {
    const { sealed, measured } = await seal([randomBytes(3 * SEGMENT)]);
    for (const length of [0, 3, HEAD, HEAD + SEALED_SEGMENT, HEAD + 2 * SEALED_SEGMENT, sealed.length - 1]) {
      await expect(open([sealed.subarray(0, length)], measured)).rejects.toThrow(DamagedFile);
    }
  });

  it('is refused when something was added, or segments changed places', async () => {
    const { sealed, measured } = await seal([randomBytes(3 * SEGMENT)]);
    await expect(open([sealed, Buffer.from('x')], measured)).rejects.toThrow(DamagedFile);
    const [first, second, third] = [0, 1, 2].map((i) =>
      sealed.subarray(HEAD + i * SEALED_SEGMENT, HEAD + (i + 1) * SEALED_SEGMENT),
    );
    await expect(open([sealed.subarray(0, HEAD), second!, first!, third!], measured)).rejects.toThrow(
      DamagedFile,
    );
  });

  it('is refused in the place of another file, or of another organization', async () => {
    const { sealed, measured } = await seal([randomBytes(100)]);
    await expect(open([sealed], measured, { ...place, fileId: 'file-2' })).rejects.toThrow(DamagedFile);
    await expect(open([sealed], measured, { ...place, organizationId: 'org-b' })).rejects.toThrow(
      DamagedFile,
    );
  });

  it('is refused when its record tells of another content', async () => {
    const { sealed, measured } = await seal([randomBytes(100)]);
    await expect(open([sealed], { ...measured, sha256: randomBytes(32) })).rejects.toThrow(DamagedFile);
  });

  it('hands out nothing of a segment before it is proven', async () => {
    const { sealed, measured } = await seal([Buffer.alloc(2 * SEGMENT, 'a')]);
    sealed[HEAD + SEALED_SEGMENT + 20]! ^= 1;
    const got: Buffer[] = [];
    await expect(
      (async () => {
        for await (const piece of openFile(ring, place, [sealed], measured)) got.push(piece);
      })(),
    ).rejects.toThrow('segment 1 is not what was written');
    expect(Buffer.concat(got)).toHaveLength(SEGMENT);
  });

  it('shows nothing of its content', async () => {
    const { sealed } = await seal([Buffer.from('the name of a patient '.repeat(10_000))]);
    expect(sealed.toString('latin1')).not.toContain('patient');
  });
});
