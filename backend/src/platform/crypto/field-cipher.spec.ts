import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeyRing } from './data-keys.js';
import { openField, sealField, type FieldPlace } from './field-cipher.js';

const key = () => createSecretKey(randomBytes(32));
const first = key();
const ring: KeyRing = { current: { version: 1, key: first }, byVersion: new Map([[1, first]]) };
const place: FieldPlace = { organizationId: 'org-a', table: 'answer', column: 'notes', rowId: 'row-1' };

describe('an encrypted field', () => {
  it('opens where it was stored, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 2_000 }),
        (text) => openField(ring, place, sealField(ring, place, text)) === text,
      ),
    );
  });

  it.each(['organizationId', 'table', 'column', 'rowId'] as const)(
    'does not open under another %s',
    (part) => {
      const box = sealField(ring, place, 'diabetes');
      expect(() => openField(ring, { ...place, [part]: 'another' }, box)).toThrow();
    },
  );

  it('does not open when any single bit was changed', () => {
    const box = sealField(ring, place, 'diabetes');
    for (let bit = 0; bit < box.length * 8; bit += 1) {
      const changed = Buffer.from(box);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => openField(ring, place, changed), `bit ${bit}`).toThrow();
    }
  });

  it('does not open when it was cut', () => {
    const box = sealField(ring, place, 'diabetes');
    for (let length = 0; length < box.length; length += 1)
      expect(() => openField(ring, place, box.subarray(0, length))).toThrow();
  });

  it('is written with the newest key and opens with the one that wrote it', () => {
    const old = sealField(ring, place, 'kept');
    const second = key();
    const rotated: KeyRing = {
      current: { version: 2, key: second },
      byVersion: new Map([
        [1, first],
        [2, second],
      ]),
    };
    expect(openField(rotated, place, old)).toBe('kept');
    expect(sealField(rotated, place, 'new').readUInt32BE(2)).toBe(2);
    expect(() =>
      openField({ current: rotated.current, byVersion: new Map([[2, second]]) }, place, old),
    ).toThrow('no key of version 1');
  });

  it('never looks the same twice', () => {
    const boxes = new Set(
      Array.from({ length: 1_000 }, () => sealField(ring, place, 'same').toString('hex')),
    );
    expect(boxes.size).toBe(1_000);
  });
});
