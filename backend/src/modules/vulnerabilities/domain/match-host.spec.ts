import { describe, expect, it } from 'vitest';
import {
  hostKey,
  matchHost,
  matchResult,
  namesOf,
  type HostWorld,
  type MatchableAsset,
} from './match-host.js';

const asset = (id: string): MatchableAsset => ({ id, tag: id.toUpperCase(), name: `Name of ${id}` });
const world = (more: Partial<HostWorld<MatchableAsset>> = {}): HostWorld<MatchableAsset> => ({
  given: new Map(),
  runs: new Map(),
  remembered: new Map(),
  byTag: new Map(),
  byName: new Map(),
  ...more,
});

describe('the names of a host', () => {
  it('are its own, its first part and its further names, whatever the case', () => {
    expect(namesOf('SRV-01.clinic.example.', ['10.0.0.5'])).toEqual([
      'srv-01.clinic.example',
      'srv-01',
      '10.0.0.5',
    ]);
    expect(hostKey(' A. ')).toBe('a');
  });

  it('never have the first number of an address', () => {
    expect(namesOf('10.0.0.5', ['fe80::1', ''])).toEqual(['10.0.0.5', 'fe80::1']);
  });
});

describe('the asset of a host', () => {
  it('is what somebody said for this file, before anything else', () => {
    const known = world({
      given: new Map([['srv', asset('given')]]),
      remembered: new Map([['srv', asset('remembered')]]),
      byTag: new Map([['srv', asset('tagged')]]),
    });
    expect(matchHost('SRV', [], known)).toMatchObject({ asset: { id: 'given' }, by: 'given' });
    expect(matchHost('SRV', [], { ...known, given: new Map() })).toMatchObject({ by: 'remembered' });
    expect(matchHost('SRV', [], { ...known, given: new Map(), remembered: new Map() })).toMatchObject({
      by: 'tag',
    });
  });

  it('is none when somebody said so', () => {
    const known = world({ given: new Map([['srv', null]]), byTag: new Map([['srv', asset('tagged')]]) });
    expect(matchHost('srv', [], known)).toEqual({ asset: null, because: 'given-to-none' });
  });

  it('is found by a name that only one asset has, and never guessed among several', () => {
    const one = world({ byName: new Map([['srv', [asset('a')]]]) });
    expect(matchHost('srv.example', [], one)).toMatchObject({ asset: { id: 'a' }, by: 'name' });
    const two = world({ byName: new Map([['srv', [asset('a'), asset('b')]]]) });
    expect(matchHost('srv', [], two)).toEqual({ asset: null, because: 'several' });
    expect(matchHost('other', [], two)).toEqual({ asset: null, because: 'unknown' });
  });
});

describe('the asset of a result', () => {
  const tagged = new Map([
    ['portal', asset('portal')],
    ['codeql', asset('codeql')],
  ]);
  const chosen = new Map([[2, asset('chosen')]]);
  const of = (host: string, insteadOfHost?: 'subject' | 'tool') => ({
    host,
    aliases: [],
    run: 2,
    ...(insteadOfHost ? { insteadOfHost } : {}),
  });

  it('that names none is the one that a person chose for its run, and for no other run', () => {
    const known = world({ byTag: tagged, runs: chosen });
    expect(matchResult(of('CodeQL', 'tool'), known)).toMatchObject({ asset: { id: 'chosen' }, by: 'run' });
    expect(matchResult(of('portal', 'subject'), known)).toMatchObject({ by: 'run' });
    expect(matchResult(of('nobody'), known)).toMatchObject({ asset: { id: 'chosen' }, by: 'run' });
    expect(matchResult({ ...of('nobody'), run: 1 }, known)).toEqual({ asset: null, because: 'unknown' });
  });

  it('stays its own where its host is one of ours, or a person said that it is none', () => {
    const known = world({ byTag: tagged, runs: chosen, given: new Map([['stranger', null]]) });
    expect(matchResult(of('portal'), known)).toMatchObject({ asset: { id: 'portal' }, by: 'tag' });
    expect(matchResult(of('stranger'), known)).toEqual({ asset: null, because: 'given-to-none' });
  });

  it('is what its run looked at, and never what bears the name of the scanner', () => {
    const known = world({ byTag: tagged });
    expect(matchResult(of('portal', 'subject'), known)).toMatchObject({ asset: { id: 'portal' }, by: 'tag' });
    expect(matchResult(of('CodeQL', 'tool'), known)).toEqual({ asset: null, because: 'no-host' });
    const none = world({ byTag: tagged, runs: new Map([[2, null]]) });
    expect(matchResult(of('portal', 'subject'), none)).toEqual({ asset: null, because: 'given-to-none' });
  });
});
