import { describe, expect, it } from 'vitest';
import { ASSET_COLUMNS, ASSET_COLUMN_NAMES, assetHeadings } from './asset-columns.js';

const matchHeadings = assetHeadings.match;

describe('headings of a list', () => {
  it('of our own exports and templates are all known', () => {
    expect(matchHeadings(ASSET_COLUMN_NAMES.map((field) => ASSET_COLUMNS[field].heading))).toEqual(
      ASSET_COLUMN_NAMES,
    );
  });

  it('are known by what people call them, whatever the case and punctuation', () => {
    expect(
      matchHeadings([
        'ASSET  TAG',
        'Host-Name',
        'type',
        'Contains PHI?',
        'Disk encryption',
        'e-PHI types',
        'Owner (e-mail)',
      ]),
    ).toEqual(['tag', 'name', 'kind', 'holdsEphi', 'encryptionAtRest', 'phiTypes', 'owner']);
  });

  it('are known by the words of our own screens', () => {
    expect(
      matchHeadings([
        'Name',
        'What it does',
        'Where it runs',
        'Place',
        'Does it hold ePHI?',
        'Kinds of health information',
        'About how many people’s records',
        'Encrypted at rest',
        'Encrypted in transit',
        'It can be reached from the internet',
        'It leaves the building',
        'Status',
      ]),
    ).toEqual([
      'name',
      'description',
      'hosting',
      'location',
      'holdsEphi',
      'phiTypes',
      'phiRecordCount',
      'encryptionAtRest',
      'encryptionInTransit',
      'internetFacing',
      'portable',
      'lifecycle',
    ]);
    expect(matchHeadings(['Number of records', 'Reached from the internet', 'Leaves the building'])).toEqual([
      'phiRecordCount',
      'internetFacing',
      'portable',
    ]);
  });

  it('that nobody knows stay unmapped', () => {
    expect(matchHeadings(['Warranty until', '', '💾'])).toEqual([null, null, null]);
  });

  it('take a field once: the first column counts', () => {
    expect(matchHeadings(['Name', 'Hostname'])).toEqual(['name', null]);
  });

  it('say one thing only: no name stands for two fields', () => {
    const names = ASSET_COLUMN_NAMES.flatMap((field) => [
      ASSET_COLUMNS[field].heading,
      ...ASSET_COLUMNS[field].synonyms,
    ]);
    for (const field of ASSET_COLUMN_NAMES) {
      for (const name of [ASSET_COLUMNS[field].heading, ...ASSET_COLUMNS[field].synonyms])
        expect([name, matchHeadings([name])[0]]).toEqual([name, field]);
    }
    expect(names.length).toBeGreaterThan(80);
  });
});
