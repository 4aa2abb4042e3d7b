import { describe, expect, it } from 'vitest';
import { undoingOf, type ImportedRecord } from './undo.js';

const created: ImportedRecord = {
  kind: 'created',
  version: 1,
  versionNow: 1,
  isUsed: false,
  isAssessed: false,
};
const changed: ImportedRecord = { ...created, kind: 'changed', version: 4, versionNow: 4 };

describe('undoing an import', () => {
  it.each([
    ['takes out what it made', created, { outcome: 'withdrawn' }],
    ['brings back what it changed', changed, { outcome: 'restored' }],
    [
      'brings it back though flows and signed analyses name it',
      { ...changed, isUsed: true, isAssessed: true },
      { outcome: 'restored' },
    ],
    [
      'leaves what somebody changed since',
      { ...created, versionNow: 2 },
      { outcome: 'kept', because: 'changed-since' },
    ],
    [
      'leaves a change that somebody changed further',
      { ...changed, versionNow: 5 },
      { outcome: 'kept', because: 'changed-since' },
    ],
    [
      'leaves what flows or risks speak of',
      { ...created, isUsed: true },
      { outcome: 'kept', because: 'in-use' },
    ],
    [
      'leaves what a signed analysis names',
      { ...created, isAssessed: true },
      { outcome: 'kept', because: 'assessed' },
    ],
    ['says what is gone already', { ...changed, versionNow: null }, { outcome: 'kept', because: 'gone' }],
  ] as [string, ImportedRecord, object][])('%s', (_, asset, undoing) => {
    expect(undoingOf(asset)).toEqual(undoing);
  });
});
