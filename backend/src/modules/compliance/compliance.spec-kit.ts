import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'vitest';

/** Where the official files are, if anywhere. None of them is part of this repository. */
const REFERENCE_DATA = process.env['PART164_REFERENCE_DATA'];

/** A test that compares with the official files; without them it says why it was skipped. */
export function officialIt(name: string, work: () => unknown, milliseconds?: number): void {
  it(name, milliseconds === undefined ? {} : { timeout: milliseconds }, async (context) => {
    context.skip(!REFERENCE_DATA, 'PART164_REFERENCE_DATA is not set');
    await work();
  });
}

export function officialBytes(file: string): Buffer {
  return readFileSync(join(REFERENCE_DATA!, file));
}

export function official<T>(file: string): T {
  return JSON.parse(officialBytes(file).toString('utf8')) as T;
}

/** A small file in the shape of the SRA Tool's, in words of our own. */
export function anSraFile(change: (file: SraLike) => void = () => undefined): SraLike {
  const file: SraLike = {
    meta: {
      title: 'A question set like the official one',
      publication: 'Nobody, Security Risk Assessment Tool, version 9.1, for specs',
      licence: 'ours',
      counts: { sections: 1, questions: 3, answer_options: 10, vulnerabilities: 1, threats: 1 },
      known_quirks: ['The second question marks no answer.'],
    },
    sections: [
      {
        id: 'SRA-S1',
        number: 1,
        title: 'Basics',
        questions: [
          {
            id: 'SRA-S1-Q1',
            number: 1,
            text: 'Do you look for risks?',
            citations: ['45 CFR 164.308(a)(1)(ii)(A)'],
            requirement_ids: ['HSR-164-308-a-1-ii-A'],
            tool_designation: 'Required',
            designation_differs_from_regulation: false,
            options: [option('Yes.', 1), option('No.'), option("I don't know."), option('Not applicable.')],
          },
          {
            id: 'SRA-S1-Q2',
            number: 2,
            text: 'How do you look for them?',
            citations: ['45 CFR 164.308(a)(1)(ii)(A)'],
            requirement_ids: ['HSR-164-308-a-1-ii-A'],
            tool_designation: 'Required',
            designation_differs_from_regulation: false,
            options: [option('We read.'), option('Other.'), option("I don't know.")],
          },
          {
            id: 'SRA-S1-Q3',
            number: 3,
            text: 'Who approves access?',
            citations: ['45 CFR 164.308(a)(3)(ii)(A)'],
            requirement_ids: ['HSR-164-308-a-3-ii-A'],
            tool_designation: 'Required',
            designation_differs_from_regulation: true,
            options: [option('The manager.', 1), option('The owner.', 1), option('Nobody.')],
          },
        ],
        vulnerabilities: [
          { id: 'SRA-S1-V1', number: 1, vulnerability: 'Nobody looks', threats: ['Surprise'] },
        ],
      },
    ],
  };
  change(file);
  return file;
}

export interface SraLike {
  meta: Record<string, unknown>;
  sections: {
    id: string;
    number: number;
    title: string;
    questions: SraLikeQuestion[];
    vulnerabilities: object[];
  }[];
}
interface SraLikeQuestion {
  id: string;
  number: number;
  text: string;
  citations: string[];
  requirement_ids: string[];
  tool_designation: string;
  designation_differs_from_regulation: boolean;
  options: { text: string; risk_value: number; education: string }[];
}

function option(text: string, risk_value = 0): { text: string; risk_value: number; education: string } {
  return { text, risk_value, education: `About "${text}"` };
}
