import { expect, it } from 'vitest';
import { levelChoices } from './level-choices';
import type { RegisterMap } from './risk-heat-map';

const level = (id: string, label: string, rank: number) => ({ id, label, rank });
const five = {
  name: 'risk-scales/2026.1/five',
  title: 'Five levels',
  version: '2026.1',
  levels: [level('low', 'Low', 0), level('high', 'High', 100)],
};
const own = { ...five, name: 'scl_1', title: 'Ours', version: '2', levels: [level('level-1', 'High', 0)] };
// Of the map nothing else is asked.
const map = { scale: { levels: five.levels } } as unknown as RegisterMap;

it('are the levels alone, the highest first, where everything is rated by one scale', () => {
  expect(levelChoices([five], undefined, map)).toEqual([
    { value: 'risk-scales/2026.1/five:high', label: 'High' },
    { value: 'risk-scales/2026.1/five:low', label: 'Low' },
  ]);
});

it('say whose they are where two scales are in use', () => {
  expect(levelChoices([five, own], undefined, map)).toEqual([
    { value: 'risk-scales/2026.1/five:high', label: 'High – Five levels (version 2026.1)' },
    { value: 'risk-scales/2026.1/five:low', label: 'Low – Five levels (version 2026.1)' },
    { value: 'scl_1:level-1', label: 'High – Ours (version 2)' },
  ]);
});

it('have a word for the level that an address of before names alone', () => {
  expect(levelChoices([five, own], 'high', map)[0]).toEqual({
    value: 'high',
    label: 'High – scale of the map',
  });
  expect(levelChoices([five, own], 'scl_1:level-1', map)).toHaveLength(3);
});
