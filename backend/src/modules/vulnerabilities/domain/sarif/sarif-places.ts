import { oneLine } from '../scan-text.js';
import { SIGHTING_LIMITS } from '../sighting.js';
import { listIn, objectIn, textIn, type JsonObject } from './json-parts.js';

/** No address that leads anywhere is longer. */
const MOST_ADDRESS = 2_000;

/** What a run looked at, where a result does not say it: its automation or its repository; empty: it says neither. */
export function subjectOfRun(run: JsonObject): string {
  const id = textIn(objectIn(run['automationDetails'])['id'], MOST_ADDRESS);
  const automation = id.includes('/') ? id.slice(0, id.lastIndexOf('/')) : id;
  const provenance = objectIn(listIn(run['versionControlProvenance'])[0]);
  const steps = textIn(provenance['repositoryUri'], MOST_ADDRESS).split('/');
  const project = (steps.findLast((step) => step !== '') ?? '').replace(/\.git$/, '');
  return oneLine(automation || project, SIGHTING_LIMITS.host);
}

export interface ResultPlace {
  /** null: what the run looked at. */
  host: string | null;
  /** Without line and name. */
  path: string;
  location: string;
  /** How many places the result names; the first counts. */
  places: number;
}

/** Goes through an address once: the rest may be anything, line ends too, so that nothing is tried again. */
const SITE = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?(\[[0-9a-f:]+\]|[^/:?#]+)(.*)$/is;

/** Where a result is: the address of a site begins with its host; a file in a project has none. */
export function placeOf(result: JsonObject): ResultPlace {
  const locations = listIn(result['locations']);
  const location = objectIn(locations[0]);
  const physical = objectIn(location['physicalLocation']);
  const uri = textIn(objectIn(physical['artifactLocation'])['uri'], MOST_ADDRESS);
  const line = objectIn(physical['region'])['startLine'];
  const logical = objectIn(listIn(location['logicalLocations'])[0]);
  const name = textIn(logical['fullyQualifiedName']) || textIn(logical['name']);
  const site = SITE.exec(uri);
  const isFile = /^file:/i.test(uri);
  const path = site && !isFile ? site[2]! : uri;
  const parts = [path + (typeof line === 'number' ? `:${line}` : ''), name].filter((part) => part !== '');
  return {
    host: site && !isFile ? oneLine(site[1]!, SIGHTING_LIMITS.host) : null,
    path,
    location: oneLine(parts.join(' '), SIGHTING_LIMITS.location),
    places: locations.length,
  };
}

/** What keeps a result the same one when lines move; empty when the tool writes no fingerprints. SARIF 2.1.0, 3.27.17 */
export function fingerprintOf(result: JsonObject, path: string): string {
  for (const kind of ['fingerprints', 'partialFingerprints']) {
    const entries = Object.entries(objectIn(result[kind])).filter(([, value]) => textIn(value) !== '');
    if (entries.length === 0) continue;
    const sorted = entries.map(([name, value]) => `${name}=${textIn(value)}`).sort();
    return [path, ...sorted].join('|').slice(0, 4_000);
  }
  return '';
}
