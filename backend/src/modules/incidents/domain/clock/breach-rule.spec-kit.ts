import { calendarDate } from '../../../../platform/kernel/calendar-date.js';
import type { BreachRule } from './breach-rule.js';

/** The figures of the rule, written down once more for specs: a slip in the pack is seen there. */
export const RULE: BreachRule = {
  appliesFrom: calendarDate('2009-09-23'),
  noticeDays: 60,
  hhsFrom: 500,
  annualLogDays: 60,
  mediaAbove: 500,
  publicSubstituteFrom: 10,
  postingDays: 90,
  oralHoldDays: 30,
  keepYears: 6,
  jurisdictions:
    'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR GU VI AS MP'.split(
      ' ',
    ),
};
