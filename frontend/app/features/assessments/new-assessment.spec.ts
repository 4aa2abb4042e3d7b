import { expect, it } from 'vitest';
import { freeTitle, questionnaireHint } from './new-assessment';

it('offers a title that no other analysis has', () => {
  expect(freeTitle('Risk analysis 2026', [])).toBe('Risk analysis 2026');
  expect(freeTitle('Risk analysis 2026', ['Risk analysis 2026', 'Risk analysis 2026 (2)'])).toBe(
    'Risk analysis 2026 (3)',
  );
});

it('says of each of our sets when to choose it, and of every set how long it is and where it comes from', () => {
  const set = (pack: string, official: boolean, questionCount: number, confidence: string) =>
    questionnaireHint({
      pack,
      version: '2026.2',
      official,
      sectionCount: 7,
      questionCount,
      provenance: { author: '', basis: '', checkedOn: null, confidence, note: '' },
    });
  expect(set('security-questions', false, 125, 'verified')).toBe(
    'The place to start: your whole security in seven parts, on the subjects of the SRA Tool. In plain words · 125 questions, 7 sections · Version 2026.2 · Compared with the regulation',
  );
  expect(set('security-activities', false, 104, 'single-source')).toMatch(
    /^To go deeper, .* after NIST SP 800-66\. In plain words · 104 questions, .* · From one source only$/,
  );
  expect(set('sra-tool', true, 125, 'as-published')).toBe(
    'Official text · 125 questions, 7 sections · Version 2026.2 · As its publisher has it',
  );
  expect(set('our-own', false, 3, 'single-source')).toMatch(/^In plain words · 3 questions/);
});
