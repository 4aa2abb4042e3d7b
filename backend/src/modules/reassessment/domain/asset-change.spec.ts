import { describe, expect, it } from 'vitest';
import { assetChange, type AssetState } from './asset-change.js';

const system: AssetState = {
  site: 'Main clinic',
  location: 'Server room',
  hosting: 'on-premises',
  vendorName: '',
  holdsEphi: true,
  phiTypes: ['billing', 'images'],
  phiActivities: ['maintains'],
  encryptionAtRest: 'yes',
  encryptionInTransit: 'yes',
  internetFacing: false,
  portable: false,
  lifecycle: 'in-service',
};
const without: AssetState = { ...system, holdsEphi: false, phiTypes: [], phiActivities: [] };

describe('a change of an asset', () => {
  it.each<[string, AssetState | null, AssetState, string | null]>([
    ['a new one with ePHI', null, system, 'asset-added'],
    ['a new one without', null, without, null],
    ['a new one that is only planned', null, { ...system, lifecycle: 'planned' }, null],
    ['a planned one that comes into use', { ...system, lifecycle: 'planned' }, system, 'asset-added'],
    ['a disposed one that comes back', { ...system, lifecycle: 'disposed' }, system, 'asset-added'],
    ['one on which ePHI is put', without, system, 'asset-changed'],
    ['one from which ePHI is taken', system, without, 'asset-changed'],
    ['one without ePHI that moves', without, { ...without, location: 'Attic' }, null],
    ['one that is taken out of use', system, { ...system, lifecycle: 'retired' }, 'asset-changed'],
    ['one that is disposed of', system, { ...system, lifecycle: 'disposed' }, 'asset-disposed'],
    ['one without ePHI that is disposed of', without, { ...without, lifecycle: 'disposed' }, null],
    ['the same ePHI in another order', system, { ...system, phiTypes: ['images', 'billing'] }, null],
  ])('%s', (_, before, after, kind) => {
    expect(assetChange(before, after)?.kind ?? null).toBe(kind);
  });

  it.each([
    ['site', { site: 'Branch' }, ['Main clinic'], ['Branch']],
    ['location', { location: 'Cloud' }, ['Server room'], ['Cloud']],
    ['hosting', { hosting: 'cloud' }, ['on-premises'], ['cloud']],
    ['vendorName', { vendorName: 'Northwind' }, [], ['Northwind']],
    ['phiTypes', { phiTypes: ['images'] }, ['billing', 'images'], ['images']],
    ['encryptionAtRest', { encryptionAtRest: 'no' }, ['yes'], ['no']],
    ['encryptionInTransit', { encryptionInTransit: 'partial' }, ['yes'], ['partial']],
    ['internetFacing', { internetFacing: true }, ['no'], ['yes']],
    ['portable', { portable: true }, ['no'], ['yes']],
  ])('of %s tells from what to what', (field, change, from, to) => {
    expect(assetChange(system, { ...system, ...change })).toEqual({
      kind: 'asset-changed',
      details: [{ field, from, to }],
    });
  });
});
