import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../platform/kernel/calendar-date.js';
import { readSarif } from '../domain/sarif/read-sarif.js';
import { packContent, unpackContent, type ScanContent } from './scan-content.js';

const LOCAL = { today: calendarDate('2026-11-22'), timeZone: 'America/New_York' };

function contentOf(count: number): ScanContent {
  const rule = {
    id: 'js/sql',
    shortDescription: { text: 'SQL injection' },
    fullDescription: { text: 'd'.repeat(5_000) },
    help: { text: 'h'.repeat(5_000) },
    properties: { tags: Array.from({ length: 50 }, (_, n) => `CVE-2026-${1000 + n}`) },
  };
  const results = Array.from({ length: count }, (_, n) => ({
    ruleId: 'js/sql',
    message: { text: `Found ${n}` },
    kind: n === 1 ? 'pass' : 'fail',
  }));
  const read = readSarif(
    { version: '2.1.0', runs: [{ tool: { driver: { name: 'CodeQL', rules: [rule] } }, results }] },
    LOCAL,
  );
  return { format: 'sarif', tools: read.tools, results: read.results, hosts: { srv: null } };
}

describe('what was read of a file', () => {
  it('is stored with each text once, and comes back as it was', () => {
    const content = contentOf(1_000);
    const stored = JSON.stringify(packContent(content));
    // In full it would be more than 10 MB.
    expect(stored.length).toBeLessThan(500_000);
    expect(unpackContent(JSON.parse(stored) as ScanContent)).toEqual(content);
  });

  it('is read where it was stored in full', () => {
    const content = contentOf(2);
    expect(unpackContent(JSON.parse(JSON.stringify(content)) as ScanContent)).toEqual(content);
  });
});
