import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openLog } from './log-file.mjs';

it('A log keeps its size and its newest lines, and forgets the oldest', () => {
  const folder = mkdtempSync(join(tmpdir(), 'part164-log-'));
  try {
    const log = openLog(join(folder, 'backend.log'), { largest: 100, kept: 2 });
    for (let line = 1; line <= 60; line += 1) log.write(`line ${line}\n`);
    log.close();
    expect(readdirSync(folder).sort()).toEqual(['backend.log', 'backend.log.1', 'backend.log.2']);
    const text = ['backend.log.2', 'backend.log.1', 'backend.log'].map((name) =>
      readFileSync(join(folder, name), 'utf8'),
    );
    expect(text.every((part) => part.length <= 100)).toBe(true);
    expect(text.join('')).toMatch(/line 58\nline 59\nline 60\n$/);
    expect(text.join('')).not.toContain('line 1\n');
    expect(log.lastLines(2)).toBe('line 59\nline 60');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
