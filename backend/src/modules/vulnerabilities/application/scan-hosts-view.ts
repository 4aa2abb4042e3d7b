import { typedId } from '../../../platform/kernel/typed-id.js';
import { hostKey } from '../domain/match-host.js';
import { SEVERITIES, worstOf, type Severity } from '../domain/severity.js';
import type { ScanHostView } from '../scan.schemas.js';
import type { PlacedResult } from './place-results.js';

/** Every host that a file names, with its asset; those without one come first, then by how bad it is there. */
export function hostsOf(results: readonly PlacedResult[]): ScanHostView[] {
  const hosts = new Map<string, ScanHostView>();
  for (const { host, insteadOfHost, aliases, match, sighting } of results) {
    if (host === '' || insteadOfHost !== undefined) continue;
    const key = hostKey(host);
    const known = hosts.get(key);
    const worst = worstKnown(known?.worst ?? null, sighting?.severity ?? null);
    if (known) hosts.set(key, { ...known, rows: known.rows + 1, worst });
    else {
      hosts.set(key, {
        host,
        aliases: aliases.slice(0, 5),
        rows: 1,
        worst,
        asset: match.asset && {
          id: typedId('asset', match.asset.id),
          tag: match.asset.tag,
          name: match.asset.name,
        },
        matchedBy: match.asset ? match.by : null,
        unmatchedBecause: match.asset ? null : match.because,
      });
    }
  }
  const place = ({ asset, worst }: ScanHostView) =>
    (asset ? 10 : 0) + (worst === null ? 9 : SEVERITIES.indexOf(worst));
  return [...hosts.values()].sort((a, b) => place(a) - place(b) || a.host.localeCompare(b.host));
}

export function worstKnown(one: Severity | null, other: Severity | null): Severity | null {
  return one === null || other === null ? (one ?? other) : worstOf(one, other);
}
