import type { ReadResult } from './sighting.js';

/** An asset as far as a host can be told by it. */
export interface MatchableAsset {
  id: string;
  tag: string;
  name: string;
}

export const MATCHED_BY = ['given', 'run', 'remembered', 'tag', 'name'] as const;
export type MatchedBy = (typeof MATCHED_BY)[number];
export const UNMATCHED_BECAUSE = ['unknown', 'several', 'given-to-none', 'no-host'] as const;
export type UnmatchedBecause = (typeof UNMATCHED_BECAUSE)[number];

export interface HostWorld<A extends MatchableAsset> {
  /** What a person said for this very file; null: to none. */
  given: ReadonlyMap<string, A | null>;
  /** What a person said a run of this very file is of; null: nothing of ours. */
  runs: ReadonlyMap<number, A | null>;
  /** What somebody said for an earlier file. */
  remembered: ReadonlyMap<string, A>;
  byTag: ReadonlyMap<string, A>;
  byName: ReadonlyMap<string, readonly A[]>;
}

export type HostMatch<A extends MatchableAsset> =
  { asset: A; by: MatchedBy } | { asset: null; because: UnmatchedBecause };

/** Hosts are the same whatever the case, and with or without a closing point. */
export function hostKey(host: string): string {
  return host.trim().toLowerCase().replace(/\.+$/, '');
}

/** The names by which an asset may know a host: the whole name, and the first part of a full one. */
export function namesOf(host: string, aliases: readonly string[]): string[] {
  const names = new Set<string>();
  for (const name of [host, ...aliases].map(hostKey)) {
    if (name === '') continue;
    names.add(name);
    const isAddress = /^[\d.]+$/.test(name) || name.includes(':');
    if (!isAddress && name.includes('.') && !name.includes('/')) names.add(name.slice(0, name.indexOf('.')));
  }
  return [...names];
}

/** Which asset a host is: what somebody said comes first, then a tag, then a name that only one asset has. */
export function matchHost<A extends MatchableAsset>(
  host: string,
  aliases: readonly string[],
  world: HostWorld<A>,
): HostMatch<A> {
  const given = world.given.get(hostKey(host));
  if (given) return { asset: given, by: 'given' };
  if (given === null) return { asset: null, because: 'given-to-none' };
  return matchNames(host, aliases, world);
}

function matchNames<A extends MatchableAsset>(
  host: string,
  aliases: readonly string[],
  world: HostWorld<A>,
): HostMatch<A> {
  const names = namesOf(host, aliases);
  for (const name of names) {
    const remembered = world.remembered.get(name);
    if (remembered) return { asset: remembered, by: 'remembered' };
  }
  for (const name of names) {
    const tagged = world.byTag.get(name);
    if (tagged) return { asset: tagged, by: 'tag' };
  }
  const several = names.some((name) => (world.byName.get(name)?.length ?? 0) > 1);
  for (const name of names) {
    const [only, ...others] = world.byName.get(name) ?? [];
    if (only && others.length === 0) return { asset: only, by: 'name' };
  }
  return { asset: null, because: several ? 'several' : 'unknown' };
}

type MatchableResult = Pick<ReadResult, 'host' | 'aliases' | 'run' | 'insteadOfHost'>;

/**
 * Which asset a result is of. Its own host comes first; what a person chose for its run is for the results of the run
 * that name no asset.
 */
export function matchResult<A extends MatchableAsset>(
  { host, aliases, run, insteadOfHost }: MatchableResult,
  world: HostWorld<A>,
): HostMatch<A> {
  const chosen = run === undefined ? undefined : world.runs.get(run);
  if (insteadOfHost === undefined) {
    const own = matchHost(host, aliases, world);
    if (!('because' in own) || own.because === 'given-to-none' || !chosen) return own;
    return { asset: chosen, by: 'run' };
  }
  if (chosen) return { asset: chosen, by: 'run' };
  if (chosen === null) return { asset: null, because: 'given-to-none' };
  // The name of a scanner is the name of nothing that it looked at, and two applications would share it.
  return insteadOfHost === 'tool' ? { asset: null, because: 'no-host' } : matchNames(host, aliases, world);
}
