import { expect, it } from 'vitest';
import { citedPlaces, ecfrAddress } from './ecfr-address';

it.each([
  [
    '45 CFR 164.308(a)(1)(ii)(A)',
    'https://www.ecfr.gov/current/title-45/section-164.308#p-164.308(a)(1)(ii)(A)',
  ],
  ['45 CFR 164.316', 'https://www.ecfr.gov/current/title-45/section-164.316'],
  ['45 CFR § 160.103', 'https://www.ecfr.gov/current/title-45/section-160.103'],
  ['45 CFR Part 164', 'https://www.ecfr.gov/current/title-45/part-164'],
])('leads %s to the official text', (citation, address) => {
  expect(ecfrAddress(citation)).toBe(address);
});

it('makes no address of what is no place in the CFR', () => {
  expect(ecfrAddress('NIST SP 800-30 Rev. 1')).toBeUndefined();
});

it('takes a citation of several places apart', () => {
  expect(citedPlaces('45 CFR 164.308(a)(8), 164.316(b)(1)')).toEqual([
    { text: '45 CFR 164.308(a)(8)', address: ecfrAddress('45 CFR 164.308(a)(8)') },
    { text: '164.316(b)(1)', address: ecfrAddress('45 CFR 164.316(b)(1)') },
  ]);
});
