import { typedId } from '../../../platform/kernel/typed-id.js';
import { SEVERITIES } from '../domain/severity.js';
import type { ScanRunView } from '../scan.schemas.js';
import type { PlacedResult } from './place-results.js';
import { worstKnown } from './scan-hosts-view.js';

/** The runs of a file that have results which name no asset themselves; those without an asset come first. */
export function runsOf(results: readonly PlacedResult[]): ScanRunView[] {
  const runs = new Map<number, ScanRunView>();
  for (const result of results) {
    if (result.run === undefined || !goesByItsRun(result)) continue;
    const known = runs.get(result.run);
    runs.set(result.run, withResult(known ?? emptyRun(result.run, result), result));
  }
  const place = ({ asset, worst }: ScanRunView) =>
    (asset ? 10 : 0) + (worst === null ? 9 : SEVERITIES.indexOf(worst));
  return [...runs.values()].sort((a, b) => place(a) - place(b) || a.run - b.run);
}

/** It names no host, or one that is no asset; where a person said that the host is none of ours, that stands. */
function goesByItsRun({ sighting, insteadOfHost, match }: PlacedResult): boolean {
  if (sighting === null) return false;
  if (insteadOfHost !== undefined) return true;
  return match.asset ? match.by === 'run' : match.because !== 'given-to-none';
}

function emptyRun(run: number, { tool }: PlacedResult): ScanRunView {
  return {
    run,
    tool,
    subject: '',
    withoutHost: 0,
    ofUnknownHosts: 0,
    worst: null,
    asset: null,
    matchedBy: null,
  };
}

function withResult(view: ScanRunView, { host, insteadOfHost, match, sighting }: PlacedResult): ScanRunView {
  const hasHost = insteadOfHost === undefined;
  const asset = match.asset && {
    id: typedId('asset', match.asset.id),
    tag: match.asset.tag,
    name: match.asset.name,
  };
  return {
    ...view,
    subject: insteadOfHost === 'subject' ? host : view.subject,
    withoutHost: view.withoutHost + (hasHost ? 0 : 1),
    ofUnknownHosts: view.ofUnknownHosts + (hasHost ? 1 : 0),
    worst: worstKnown(view.worst, sighting?.severity ?? null),
    asset: view.asset ?? asset,
    matchedBy: view.matchedBy ?? (match.asset ? match.by : null),
  };
}
