import { describe, expect, it } from 'vitest';
import { severityOf, severityOfScore, severityOfWord, worstOf } from './severity.js';

describe('the severity of a vulnerability', () => {
  it.each([
    [10, 'critical'],
    [9, 'critical'],
    [8.9, 'high'],
    [7, 'high'],
    [6.9, 'medium'],
    [4, 'medium'],
    [3.9, 'low'],
    [0.1, 'low'],
    [0, 'info'],
  ] as const)('follows the scale of CVSS at %d', (score, severity) => {
    expect(severityOfScore(score)).toBe(severity);
  });

  it.each([
    ['Critical', 'critical'],
    [' HIGH ', 'high'],
    ['Moderate', 'medium'],
    ['None', 'info'],
    ['Log', 'info'],
    ['error', 'high'],
    ['note', 'low'],
    ['5', 'critical'],
    ['1', 'info'],
  ] as const)('is read from the word “%s”', (word, severity) => {
    expect(severityOfWord(word)).toBe(severity);
  });

  it.each(['terrible', '6', '', 'constructor'])('is not made up from “%s”', (word) => {
    expect(severityOfWord(word)).toBeUndefined();
  });

  it('is the score where there is one above 0, and the word otherwise', () => {
    expect(severityOf(9.8, 'low')).toBe('critical');
    expect(severityOf(0, 'high')).toBe('high');
    expect(severityOf(null, 'medium')).toBe('medium');
    expect(severityOf(null, null)).toBe('info');
    expect([worstOf('low', 'high'), worstOf('critical', 'info')]).toEqual(['high', 'critical']);
  });
});
