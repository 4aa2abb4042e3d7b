import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { packProblems } from '../../backend/src/modules/compliance/domain/pack-problems.js';
import type { PackContent } from '../../backend/src/modules/compliance/domain/pack.js';
import type { Requirements } from '../../backend/src/modules/compliance/domain/requirements.js';
import {
  readPackFolder,
  readPackFolders,
} from '../../backend/src/modules/compliance/application/read-pack-folder.js';
import { SHIPPED_FOLDER } from '../../backend/src/modules/compliance/application/shipped.js';

const packs = await readPackFolders(SHIPPED_FOLDER);
const requirements = packs.find((pack): pack is Requirements => pack.kind === 'requirements')!;
const around = { requirementIds: new Set(requirements.requirements.map((row) => row.id)) };

describe('the packs that ship', () => {
  it('are those that the product stands on: two question sets, one of them in two versions, and one of each other kind', () => {
    expect(packs.map((pack) => pack.kind).sort()).toEqual([
      'breach-rule',
      'incident-checklists',
      'questionnaire',
      'questionnaire',
      'questionnaire',
      'requirements',
      'risk-scales',
      'terms',
      'threats',
    ]);
  });

  it.each(packs.map((pack) => [`${pack.pack} ${pack.version}`, pack]))(
    '%s names nothing twice and nothing that is not there',
    (_name, pack) => {
      expect(packProblems(pack, around)).toEqual([]);
    },
  );

  it.each(packs.map((pack) => [`${pack.pack} ${pack.version}`, pack]))(
    '%s says where it comes from, how sure it is, and when it was checked',
    (_name, pack) => {
      expect(pack.provenance.author).toBe('Part164');
      expect(pack.provenance.basis.length).toBeGreaterThan(20);
      expect(pack.provenance.checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    },
  );

  it.each(packs.map((pack) => [`${pack.pack} ${pack.version}`, pack]))(
    '%s cites 45 CFR in one way of writing only',
    (_name, pack) => {
      for (const text of citationsIn(pack))
        expect(text).toMatch(/^45 CFR \d{3}\.\d{3,4}(\([0-9A-Za-z]{1,5}\))*$/);
    },
  );
});

describe('a pack with a fault', () => {
  const folders: string[] = [];
  afterEach(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))));

  /** A copy of a shipped pack with something changed. */
  async function spoiled(
    pack: string,
    file: string,
    change: (document: Record<string, unknown>) => void,
  ): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'part164-pack-'));
    folders.push(folder);
    await cp(join(SHIPPED_FOLDER, pack, '2026.1'), folder, { recursive: true });
    const document = JSON.parse(await readFile(join(folder, file), 'utf8')) as Record<string, unknown>;
    change(document);
    await writeFile(join(folder, file), JSON.stringify(document));
    return folder;
  }
  type Rows = Record<string, unknown>[];

  it('is refused when it has a key that its kind does not know', async () => {
    const folder = await spoiled(
      'terms',
      'pack.json',
      (document) => void ((document['terms'] as Rows)[0]!['colour'] = 'red'),
    );
    await expect(readPackFolder(folder)).rejects.toThrow(/terms\.0: There is no such field here: “colour”\./);
  });

  it('is refused when a question of a section has no answers', async () => {
    const folder = await spoiled(
      'security-questions',
      'sections/1-foundations.json',
      (document) => void ((document['questions'] as Rows)[0]!['options'] = []),
    );
    await expect(readPackFolder(folder)).rejects.toThrow(
      /sections\.0\.questions\.0\.options: needs at least two answers/,
    );
  });

  it('is refused when an id of ours holds a parenthesis; the number of an official row may', async () => {
    const file = 'sections/1-security-management-process.json';
    const number = 'N66-164.308(a)(1)-KA1';
    const ofQuestion = (key: string, value: string) => (document: Record<string, unknown>) =>
      void ((document['questions'] as Rows)[0]![key] = value);
    await expect(
      readPackFolder(await spoiled('security-activities', file, ofQuestion('covers', number))),
    ).resolves.toBeDefined();
    await expect(
      readPackFolder(await spoiled('security-activities', file, ofQuestion('id', number))),
    ).rejects.toThrow(/sections\.0\.questions\.0\.id: letters, digits, dots and dashes/);
    await expect(
      readPackFolder(await spoiled('security-activities', file, ofQuestion('covers', 'KA1 of (a)'))),
    ).rejects.toThrow(/questions\.0\.covers: letters, digits, dots, dashes and parentheses/);
  });

  it('is refused when a gate says its answers twice, or not at all', async () => {
    const gated = (askedWhen: object) => (document: Record<string, unknown>) =>
      void ((document['questions'] as Rows)[1]!['askedWhen'] = { question: 'S1-Q1', why: 'x', ...askedWhen });
    for (const askedWhen of [{}, { options: ['a'], standings: ['gap'] }]) {
      const folder = await spoiled('security-questions', 'sections/1-foundations.json', gated(askedWhen));
      await expect(readPackFolder(folder)).rejects.toThrow(
        /questions\.1\.askedWhen: names the answers either by options or by standings/,
      );
    }
  });

  it('is refused when it is no JSON', async () => {
    const folder = await spoiled('terms', 'pack.json', () => undefined);
    await writeFile(join(folder, 'pack.json'), '{"pack": "terms",');
    await expect(readPackFolder(folder)).rejects.toThrow(/This is no JSON/);
  });

  it('has its problems named: a row twice, a pair without its threat, a matrix with a hole, a condition that never holds', async () => {
    const twice = await readPackFolder(
      await spoiled(
        'terms',
        'pack.json',
        (document) => void (document['terms'] as Rows).push({ ...(document['terms'] as Rows)[0]! }),
      ),
    );
    expect(packProblems(twice, around).map((problem) => problem.message)).toEqual([
      'treatment-accept stands here twice.',
      'accept stands here twice.',
    ]);

    const orphan = await readPackFolder(
      await spoiled(
        'threats',
        'pack.json',
        (document) => void ((document['pairs'] as Rows)[0]!['threat'] = 'T-nobody'),
      ),
    );
    expect(packProblems(orphan, around)).toEqual([
      { path: 'P-001.threat', message: 'T-nobody is no threat that is known here.' },
    ]);

    const never = await readPackFolder(
      await spoiled(
        'threats',
        'pack.json',
        (document) =>
          void ((document['pairs'] as { appliesTo: { when: Rows } }[])[0]!.appliesTo.when[0]!['is'] = [
            'sometimes',
          ]),
      ),
    );
    expect(packProblems(never, around)).toEqual([
      { path: 'P-001.when', message: 'portable is never sometimes.' },
    ]);

    const hole = await readPackFolder(
      await spoiled(
        'risk-scales',
        'pack.json',
        (document) =>
          void delete (document['scales'] as { matrix: Record<string, Record<string, string>> }[])[0]!.matrix[
            'low'
          ]!['high'],
      ),
    );
    expect(packProblems(hole, around).map((problem) => problem.path)).toEqual([
      'nist-five-level.matrix.low.high',
    ]);
  });

  it.each(['threats', 'vulnerabilities', 'safeguards'])(
    'is told when one of its %s cites no rule',
    async (rows) => {
      const folder = await spoiled(
        'threats',
        'pack.json',
        (document) => void ((document[rows] as Rows)[0]!['citations'] = []),
      );
      expect(packProblems(await readPackFolder(folder), around).map(({ message }) => message)).toEqual([
        'Each row cites the rule that it is about.',
      ]);
    },
  );

  it('is told when it refers to a requirement that nobody knows', async () => {
    const folder = await spoiled(
      'security-questions',
      'sections/1-foundations.json',
      (document) => void ((document['questions'] as Rows)[0]!['requirementIds'] = ['HSR-164-999']),
    );
    expect(packProblems(await readPackFolder(folder), around)).toEqual([
      { path: 'S1-Q1.requirementIds', message: 'HSR-164-999 is no requirement that is known here.' },
    ]);
  });
});

function citationsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(citationsIn);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value as PackContent).flatMap(([key, inner]) =>
    key === 'citations' ? (inner as unknown as string[]) : citationsIn(inner),
  );
}
