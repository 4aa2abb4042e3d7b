import { describe, expect, it } from 'vitest';
import { isVerifierOf, scramVerifier } from './src/scram.js';

/** The example of RFC 7677. */
const OF_PENCIL =
  'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=';

describe('What PostgreSQL keeps of a password', () => {
  it('is what the standard says, with a salt of its own each time', () => {
    expect(scramVerifier('pencil', Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64'))).toBe(OF_PENCIL);
    expect(scramVerifier('pencil')).not.toBe(scramVerifier('pencil'));
  });

  it('is known again as of this password and of no other', () => {
    expect(isVerifierOf(OF_PENCIL, 'pencil')).toBe(true);
    expect(isVerifierOf(scramVerifier('pencil'), 'pencil')).toBe(true);
    expect(isVerifierOf(OF_PENCIL, 'pen')).toBe(false);
    expect(isVerifierOf('md5b9b5b4d4b5d2a4c3b2a1908f7e6d5c4b', 'pencil')).toBe(false);
    expect(isVerifierOf(null, 'pencil')).toBe(false);
  });
});
