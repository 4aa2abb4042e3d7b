import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import type { Severity } from './severity.js';

/** How much of a scanner's words is kept, in characters. */
export const SIGHTING_LIMITS = {
  tool: 120,
  ruleId: 200,
  title: 300,
  host: 200,
  location: 500,
  description: 5_000,
  output: 5_000,
  solution: 5_000,
  cves: 50,
} as const;

/** What day it is where the organization is. */
export interface LocalDay {
  /** The last day that can have been. */
  today: CalendarDate;
  /** IANA name: of a time that a file gives in another zone, the day in this one counts. */
  timeZone: string;
}

/** One thing that a scanner saw at one place. */
export interface Sighting {
  tool: string;
  /** The scanner's number or name of the check. */
  ruleId: string;
  title: string;
  description: string;
  /** What the scanner saw there. */
  output: string;
  solution: string;
  cves: string[];
  severity: Severity;
  cvss: number | null;
  /** Port, path or line on the host; with the rule it tells one finding from another. */
  location: string;
  /** What the file itself says keeps it the same one from scan to scan; empty: the location does. */
  fingerprint: string;
  firstSeenOn: CalendarDate | null;
  /** null: the day of the scan. */
  lastSeenOn: CalendarDate | null;
  /** Why the scanner's own file asks for it to be left alone; null: it does not. */
  suppressed: string | null;
}

export interface ReadProblem {
  /** Index of the column of a CSV file; null elsewhere. */
  column: number | null;
  /** The heading, or the place in the SARIF file. */
  place: string;
  value: string;
  reason: string;
}

/** A row of a CSV file, or a result of a SARIF file, as far as it could be read. */
export interface ReadResult {
  /** As a spreadsheet counts, or running through all results of a SARIF file from 1. */
  row: number;
  /** What a person knows it by. */
  label: string;
  tool: string;
  /** The host, or whatever else the scanner looked at. */
  host: string;
  /** Of a SARIF file: the run that the result is of, counted from 1. Lists have none. */
  run?: number;
  /** Where the result names no host, what `host` is: the subject of its run, or no more than its tool. */
  insteadOfHost?: 'subject' | 'tool';
  /** Further names of that host. */
  aliases: string[];
  /** null: it is bad, or it is left out. */
  sighting: Sighting | null;
  problems: ReadProblem[];
  remarks: string[];
  /** Why it says nothing about a vulnerability; null: it does. */
  leftOut: string | null;
}
