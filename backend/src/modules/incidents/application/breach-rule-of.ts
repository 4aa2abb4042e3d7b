import { calendarDate } from '../../../platform/kernel/calendar-date.js';
import type { BreachFigures } from '../../compliance/index.js';
import type { BreachRule } from '../domain/clock/breach-rule.js';

/** The figures by the names of the arithmetic; a pack without one of them is of no use to it. */
export function breachRuleOf({
  pack,
  version,
  appliesFrom,
  figures,
  jurisdictions,
}: BreachFigures): BreachRule {
  const figure = (id: string): number => {
    const found = figures.find((row) => row.id === id);
    if (!found) throw new Error(`${pack} ${version} has no figure ${id}`);
    return found.value;
  };
  return {
    appliesFrom: calendarDate(appliesFrom),
    noticeDays: figure('notice-days'),
    hhsFrom: figure('hhs-from'),
    annualLogDays: figure('annual-log-days'),
    mediaAbove: figure('media-above'),
    publicSubstituteFrom: figure('public-substitute-from'),
    postingDays: figure('posting-days'),
    oralHoldDays: figure('oral-hold-days'),
    keepYears: figure('keep-years'),
    jurisdictions: jurisdictions.map(({ id }) => id),
  };
}
