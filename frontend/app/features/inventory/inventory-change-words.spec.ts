import { expect, it } from 'vitest';
import { changeLines } from './inventory-change-words';

it('says from what to what, in the words of the form', () => {
  const details = [
    { field: 'hosting', from: ['on-premises'], to: ['cloud'] },
    { field: 'phiTypes', from: [], to: ['billing', 'lab-results'] },
    { field: 'holdsEphi', from: ['yes'], to: ['no'] },
    { field: 'offshore', from: ['no'], to: ['yes'] },
    { field: 'ownerName', from: ['Maya Chen'], to: [] },
    { field: 'phiRecordCount', from: ['900'], to: ['1200'] },
  ];
  expect(changeLines({ fields: details.map(({ field }) => field), details })).toEqual([
    expect.stringMatching(/^Where it runs: .+ → .+$/),
    expect.stringMatching(/^Kinds of health information: nothing → .+, .+$/),
    'Does it hold ePHI? Yes → No',
    'It leaves the United States: No → Yes',
    'Owner: Maya Chen → nothing',
    'About how many people’s records: 900 → 1200',
  ]);
});

it('names the fields alone where that is all that was signed, and shows a field of a later version as it is', () => {
  expect(changeLines({ fields: ['hosting', 'encryptionAtRest'] })).toEqual([
    'Where it runs, Encrypted at rest',
  ]);
  expect(
    changeLines({ fields: ['newField'], details: [{ field: 'newField', from: ['a'], to: ['b'] }] }),
  ).toEqual(['new field: a → b']);
});
