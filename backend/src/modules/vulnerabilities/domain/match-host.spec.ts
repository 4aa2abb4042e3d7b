import { describe, expect, it } from 'vitest';
import { hostKey, matchHost, namesOf, type HostWorld, type MatchableAsset } from './match-host.js';

const asset = (id: string): MatchableAsset => ({ id, tag: id.toUpperCase(), name: `Name of ${id}` });
const world = (more: Partial<HostWorld<MatchableAsset>> = {}): HostWorld<MatchableAsset> => ({
  given: new Map(),
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
