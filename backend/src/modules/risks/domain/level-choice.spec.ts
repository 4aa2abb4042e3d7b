import { describe, expect, it } from 'vitest';
import { levelChoiceIn, scaleName, type ScaleName } from './level-choice.js';

const OWN: ScaleName = { pack: null, version: null, id: '01900000-0000-7000-8000-00000000000a' };
const PACKED: ScaleName = { pack: 'risk-scales', version: '2026.1', id: 'five-levels' };

describe('a level to narrow the register to', () => {
  it.each([OWN, PACKED])('is read back with the scale that it was named with', (scale) => {
    expect(levelChoiceIn(`${scaleName(scale)}:high`)).toEqual({ scale, level: 'high' });
  });

  it('may stand alone', () => {
    expect(levelChoiceIn('very-high')).toEqual({ scale: null, level: 'very-high' });
  });

  it.each(['', ':', 'high:', ':high', 'a:b:c', 'scl_1:high', 'risk-scales:high', 'a/b:high', 'a/b/c/d:high'])(
    'is not %j',
    (text) => {
      expect(levelChoiceIn(text)).toBeNull();
    },
  );
});
