// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { sampleReport } from '../testing/sample-report';
import { peopleOf } from './people';

const report = sampleReport();
const person = (name: string, content = report) => peopleOf(content).find((one) => one.name === name);

describe('The people of an analysis', () => {
  it('are named in the order of their signatures, then by name', () => {
    expect(peopleOf(report).map(({ name }) => name)).toEqual([
      'Maria Okafor',
      'Dr. Daniel Ibarra',
      'Ruth Abara',
      'Ruth Feldman',
      'Theo Lindqvist',
    ]);
  });

  it('stand there with their role, with what they did and what they answer for', () => {
    expect(person('Theo Lindqvist')).toEqual({
      name: 'Theo Lindqvist',
      roles: ['staff'],
      deeds: expect.arrayContaining([{ deed: 'worked', count: 3 }]) as unknown,
      duties: expect.arrayContaining([
        { duty: 'ownsRisks', count: 3 },
        { duty: 'ownsActions', count: 3 },
        { duty: 'ownsLessons', count: 2 },
      ]) as unknown,
    });
    expect(person('Dr. Daniel Ibarra')).toMatchObject({
      roles: ['org-admin'],
      deeds: [{ deed: 'approved', count: 1 }],
    });
    expect(person('Ruth Abara')?.deeds).toEqual([{ deed: 'approvedAcceptance', count: 1 }]);
    expect(person('Maria Okafor')?.deeds).toEqual(
      expect.arrayContaining([
        { deed: 'prepared', count: 1 },
        { deed: 'submitted', count: 1 },
        { deed: 'rated', count: 5 },
        { deed: 'turnedDown', count: 2 },
        { deed: 'decidedChanges', count: 2 },
      ]),
    );
  });

  it('of what was signed before roles were told have none', () => {
    const { people: _people, ...old } = report;
    expect(peopleOf(old).map(({ roles }) => roles)).toEqual([[], [], [], [], []]);
    expect(peopleOf(old)).toHaveLength(peopleOf(report).length);
  });

  it('are all there whose role was told, also without a part of their own', () => {
    const people = [...report.people!, { name: 'Ana Silva', role: 'auditor' }];
    expect(person('Ana Silva', { ...report, people })).toEqual({
      name: 'Ana Silva',
      roles: ['auditor'],
      deeds: [],
      duties: [],
    });
  });
});
