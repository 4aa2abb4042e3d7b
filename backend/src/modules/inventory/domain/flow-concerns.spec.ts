import { describe, expect, it } from 'vitest';
import { flowConcerns, type FlowConcernFacts } from './flow-concerns.js';

const sound: FlowConcernFacts = {
  counterparty: 'vendor',
  transportSecurity: 'encrypted',
  offshore: false,
  purpose: 'Billing of insurers',
  minimumNecessary: 'Only the fields of the claim form',
  active: true,
  vendors: [{ allowsEphi: true }],
};
const kinds = (change: Partial<FlowConcernFacts>) =>
  flowConcerns({ ...sound, ...change }).map(({ kind }) => kind);

describe('a data flow', () => {
  it('that is encrypted, at home and explained raises nothing', () => {
    expect(kinds({})).toEqual([]);
  });

  it.each([
    [{ transportSecurity: 'none' }, 'unencrypted', '45 CFR 164.312(e)(1)'],
    [{ transportSecurity: 'none' }, 'unencrypted', '45 CFR 164.312(e)(2)(ii)'],
    [{ transportSecurity: 'partial' }, 'partly-encrypted', '45 CFR 164.312(e)(2)(ii)'],
    [{ transportSecurity: 'unknown' }, 'encryption-unknown', '45 CFR 164.312(e)(1)'],
    [{ offshore: true }, 'offshore', '45 CFR 164.308(a)(1)(ii)(A)'],
    [{ purpose: ' ' }, 'no-purpose', '45 CFR 164.502(a)'],
    [{ minimumNecessary: '' }, 'no-minimum-necessary', '45 CFR 164.502(b)'],
    [{ vendors: [{ allowsEphi: false }] }, 'no-agreement', '45 CFR 164.308(b)(1)'],
    [{ vendors: [{ allowsEphi: true }, { allowsEphi: false }] }, 'no-agreement', '45 CFR 164.308(b)(3)'],
    [{ counterparty: 'other', vendors: [{ allowsEphi: false }] }, 'no-agreement', '45 CFR 164.502(e)'],
    [{ vendors: [] }, 'agreement-unknown', '45 CFR 164.308(b)(1)'],
  ] as const)('with %o raises %s under %s', (change, kind, citation) => {
    const [concern, ...others] = flowConcerns({ ...sound, ...change });
    expect(others).toEqual([]);
    expect(concern).toMatchObject({ kind });
    expect(concern?.citations).toContain(citation);
  });

  it('to the patient needs no minimum-necessary statement and is not given away abroad', () => {
    expect(kinds({ counterparty: 'patient', minimumNecessary: '', offshore: true })).toEqual([]);
  });

  it.each(['internal', 'patient', 'government', 'other'] as const)(
    'with %s and without a vendor needs no agreement',
    (counterparty) => {
      expect(kinds({ counterparty, vendors: [] })).toEqual([]);
    },
  );

  it('to the patient is still to be encrypted and to have a purpose', () => {
    expect(kinds({ counterparty: 'patient', transportSecurity: 'none', purpose: '' })).toEqual([
      'unencrypted',
      'no-purpose',
    ]);
  });

  it('names each thing that stands out', () => {
    const nothing = { transportSecurity: 'none', offshore: true, purpose: '', minimumNecessary: '' } as const;
    expect(kinds({ ...nothing, vendors: [{ allowsEphi: false }] })).toEqual([
      'unencrypted',
      'offshore',
      'no-purpose',
      'no-minimum-necessary',
      'no-agreement',
    ]);
  });

  it('that ended raises nothing', () => {
    const wrong = { transportSecurity: 'none', offshore: true, purpose: '', vendors: [] } as const;
    expect(kinds({ ...wrong, active: false })).toEqual([]);
  });
});
