import { describe, expect, it } from 'vitest';
import { mayBeUndone, undoingOf, type ScannedVulnerability } from './undo-scan.js';

const one = (more: Partial<ScannedVulnerability> = {}): ScannedVulnerability => ({
  kind: 'created',
  version: 1,
  versionNow: 1,
  isDecided: false,
  isRisk: false,
  isAssessed: false,
  ...more,
});

describe('undoing a file takes back', () => {
  it.each([
    ['what it made', {}, 'withdrawn'],
    ['what it opened again', { kind: 'reopened' as const }, 'restored'],
    ['what it changed', { kind: 'changed' as const }, 'restored'],
    ['days and words of what is a risk', { kind: 'changed' as const, isRisk: true }, 'restored'],
    ['days and words of what was signed', { kind: 'changed' as const, isAssessed: true }, 'restored'],
  ])('%s', (_, more, outcome) => {
    expect(undoingOf(one(more))).toEqual({ outcome });
  });
});

describe('undoing a file leaves', () => {
  it.each([
    ['what a person decided on', { versionNow: 2, isDecided: true }, 'decided'],
    ['what a later file changed', { versionNow: 2 }, 'later-scan'],
    [
      'what a later file changed, of what it changed',
      { kind: 'changed' as const, versionNow: 3 },
      'later-scan',
    ],
    ['what became a risk', { isRisk: true, isAssessed: true }, 'risk'],
    ['what it opened and became a risk', { kind: 'reopened' as const, isRisk: true }, 'risk'],
    ['what a signed analysis tells of', { isAssessed: true }, 'assessed'],
    ['what is gone', { versionNow: null, isRisk: true }, 'gone'],
  ])('%s', (_, more, because) => {
    expect(undoingOf(one(more))).toEqual({ outcome: 'kept', because });
  });
});

it('is offered once the file is taken over, and while something of it is left', () => {
  expect(mayBeUndone({ status: 'committed', undoable: 2 })).toBe(true);
  expect(mayBeUndone({ status: 'undone', undoable: 1 })).toBe(true);
  expect(mayBeUndone({ status: 'undone', undoable: 0 })).toBe(false);
  expect(mayBeUndone({ status: 'undoing', undoable: 2 })).toBe(false);
  expect(mayBeUndone({ status: 'previewed', undoable: 0 })).toBe(false);
});
