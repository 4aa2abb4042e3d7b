import { expect, it } from 'vitest';
import { logNextStep } from './log-next-step';

const fault = { kind: 'changed', message: 'Entry 4 was changed.' } as never;

it.each<[string, Parameters<typeof logNextStep>[0], string]>([
  ['verifies what nobody has verified', null, 'Verify the log'],
  ['verifies again where it broke off', { status: 'failed', faults: [] }, 'Verify the log'],
  ['looks into what was found', { status: 'done', faults: [fault] }, 'Find out what happened to the log'],
  ['reviews a log that is whole', { status: 'done', faults: [] }, 'Look through it regularly'],
])('%s', (_, lastRun, title) => {
  expect(logNextStep(lastRun).title).toBe(title);
});
