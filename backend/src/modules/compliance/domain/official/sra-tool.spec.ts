import { describe, expect, it } from 'vitest';
import { standingOf, type SraOption } from './sra-tool.js';

const answer = (text: string, risk_value: 0 | 1 = 0): SraOption => ({ text, risk_value, education: '' });
const among = (...options: SraOption[]) => ({ options });

describe('what an answer of the official tool says about a safeguard', () => {
  const good = answer('Yes.', 1);

  it('takes the flagged answer as in place', () => {
    expect(standingOf(good, among(good))).toBe('in-place');
  });

  it.each(["I don't know.", 'I don’t know', 'We do not know.', 'We are not sure how this works.'])(
    'takes "%s" as unknown',
    (text) => {
      expect(standingOf(answer(text), among(good, answer(text)))).toBe('unknown');
    },
  );

  it('keeps a plain no as a gap, also where it goes on to say "not sure"', () => {
    expect(standingOf(answer('No. We are not sure what is in it.'), among(good))).toBe('gap');
    expect(standingOf(answer('Other.'), among(good))).toBe('gap');
  });

  it('takes "Not applicable." as not applicable', () => {
    expect(standingOf(answer('Not applicable.'), among(good))).toBe('not-applicable');
  });

  it('fails nobody where the tool marks no answer as good', () => {
    const question = among(answer('We read the regulations.'), answer('Other.'));
    expect(question.options.map((option) => standingOf(option, question))).toEqual(['unknown', 'unknown']);
  });
});
