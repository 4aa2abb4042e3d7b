import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { worstOf, type Severity } from './severity.js';
import type { Sighting } from './sighting.js';
import type { VulnerabilityEventKind, VulnerabilityStatus } from './vulnerability.js';

/** A sighting on an asset, with the keys that make it the same one from file to file. */
export interface PlacedSighting {
  /** Of asset, tool, rule and place. */
  key: string;
  /** Of asset, tool and host: what a scan looked at as a whole. */
  coverKey: string;
  assetId: string;
  host: string;
  seenOn: CalendarDate;
  sighting: Sighting;
}

/** One that is in the register already. */
export interface KnownVulnerability {
  id: string;
  key: string;
  coverKey: string;
  status: VulnerabilityStatus;
  severity: Severity;
  statusOn: CalendarDate | null;
  firstSeenOn: CalendarDate;
  lastSeenOn: CalendarDate;
  absentSinceOn: CalendarDate | null;
}

export interface ScanFacts {
  scannedOn: CalendarDate;
  /** A person said that the scanner looked at everything on these hosts. */
  isComplete: boolean;
  /** What was looked at, with results or without. */
  covered: ReadonlySet<string>;
}

export interface VulnerabilityChange {
  known: KnownVulnerability;
  seen: PlacedSighting | null;
  status: VulnerabilityStatus;
  firstSeenOn: CalendarDate;
  lastSeenOn: CalendarDate;
  absentSinceOn: CalendarDate | null;
  /** Whether the words of the file are newer than those that are kept. */
  takesWords: boolean;
  events: VulnerabilityEventKind[];
}

export interface Reconciled {
  added: PlacedSighting[];
  changed: VulnerabilityChange[];
  /** How many rows of the file said what another row of it says. */
  repeated: number;
}

/** Several rows may tell of the same thing: Nessus writes a row for each CVE. They become one, and nothing is lost. */
export function mergeSightings(sightings: readonly PlacedSighting[]): PlacedSighting[] {
  const byKey = new Map<string, PlacedSighting>();
  for (const placed of sightings) {
    const known = byKey.get(placed.key);
    byKey.set(placed.key, known ? merged(known, placed) : placed);
  }
  return [...byKey.values()];
}

function merged(one: PlacedSighting, other: PlacedSighting): PlacedSighting {
  const [a, b] = [one.sighting, other.sighting];
  return {
    ...one,
    seenOn: later(one.seenOn, other.seenOn),
    sighting: {
      ...a,
      cves: [...new Set([...a.cves, ...b.cves])],
      severity: worstOf(a.severity, b.severity),
      // One of them that nobody suppressed still tells of a weakness.
      suppressed: b.suppressed === null ? null : a.suppressed,
      cvss: a.cvss === null || b.cvss === null ? (a.cvss ?? b.cvss) : Math.max(a.cvss, b.cvss),
      firstSeenOn:
        a.firstSeenOn === null || b.firstSeenOn === null
          ? (a.firstSeenOn ?? b.firstSeenOn)
          : earlier(a.firstSeenOn, b.firstSeenOn),
    },
  };
}

/**
 * What a file changes. What it sees is new, seen again, or came back after it was fixed. What it does not see, though a
 * scan of that host was newer, is marked; and closed only where a person said that the scan was complete. Files may come
 * in any order: an older one never moves a day back and never opens or closes anything.
 */
export function reconcile(
  known: readonly KnownVulnerability[],
  sightings: readonly PlacedSighting[],
  scan: ScanFacts,
): Reconciled {
  const seen = new Map(mergeSightings(sightings).map((placed) => [placed.key, placed]));
  const repeated = sightings.length - seen.size;
  const changed: VulnerabilityChange[] = [];
  for (const vulnerability of known) {
    const placed = seen.get(vulnerability.key);
    seen.delete(vulnerability.key);
    const change = placed ? sighted(vulnerability, placed) : missed(vulnerability, scan);
    if (change) changed.push(change);
  }
  return { added: [...seen.values()], changed, repeated };
}

function sighted(known: KnownVulnerability, placed: PlacedSighting): VulnerabilityChange {
  const isNewer = placed.seenOn > known.lastSeenOn;
  const cameBack = comesBack(known, placed.seenOn);
  const isBack = isNewer && known.absentSinceOn !== null && !cameBack;
  const takesWords = placed.seenOn >= known.lastSeenOn;
  const events: VulnerabilityEventKind[] = [];
  if (cameBack) events.push('came-back');
  if (isBack) events.push('seen-again');
  if (takesWords && placed.sighting.severity !== known.severity) events.push('rated');
  return {
    known,
    seen: placed,
    status: cameBack ? 'open' : known.status,
    firstSeenOn: earlier(known.firstSeenOn, placed.sighting.firstSeenOn ?? placed.seenOn),
    lastSeenOn: later(known.lastSeenOn, placed.seenOn),
    absentSinceOn: isNewer ? null : known.absentSinceOn,
    takesWords,
    events,
  };
}

/**
 * Only a look that is newer than the last one, and not older than the fix, can tell that the fix did not hold. Where a
 * file closed it, the day of the fix is the day of that scan.
 */
export function comesBack(
  known: Pick<KnownVulnerability, 'status' | 'statusOn' | 'lastSeenOn'>,
  seenOn: CalendarDate,
): boolean {
  const isAfterFix = known.statusOn === null || seenOn >= known.statusOn;
  return known.status === 'fixed' && isAfterFix && seenOn > known.lastSeenOn;
}

function missed(known: KnownVulnerability, scan: ScanFacts): VulnerabilityChange | null {
  if (!scan.covered.has(known.coverKey) || scan.scannedOn <= known.lastSeenOn) return null;
  const closes = scan.isComplete && known.status === 'open';
  const isFirst = known.absentSinceOn === null;
  if (!closes && !isFirst) return null;
  return {
    known,
    seen: null,
    status: closes ? 'fixed' : known.status,
    firstSeenOn: known.firstSeenOn,
    lastSeenOn: known.lastSeenOn,
    absentSinceOn: known.absentSinceOn ?? scan.scannedOn,
    takesWords: false,
    events: closes ? ['fixed'] : ['not-seen'],
  };
}

function earlier(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one < other ? one : other;
}
function later(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one > other ? one : other;
}
