import type { AssetFacts } from '../asset.js';
import { ASSET_COLUMNS } from './asset-columns.js';
import type { AssetWorld } from './asset-world.js';
import { HOSTING_WORDS, KIND_WORDS, YES_NO_WORDS } from './choices.js';
import type { ImportSubject, JudgedRow, KnownRecord, RowTexts, Settled } from './import-subject.js';
import { readAssetCell } from './read-asset-cell.js';
import { remarks } from './reasons.js';

/** Lists of assets. A new one needs a name, a kind, a place and a yes or no on ePHI. */
export const ASSETS: ImportSubject<AssetFacts, AssetWorld> = {
  columns: ASSET_COLUMNS,
  key: 'tag',
  required: ['name', 'kind', 'hosting', 'holdsEphi'],
  fillsEmpty: { kind: KIND_WORDS, hosting: HOSTING_WORDS, holdsEphi: YES_NO_WORDS },
  readCell: readAssetCell,
  recordOf: (tag, world) => world.assets.get(tag) ?? null,
  namesake: {
    of: ({ name = '' }, world) => world.tagByName.get(name.toLowerCase()),
    said: remarks.sameName,
  },
  settle: settleDisposal,
  remarks: remarksOf,
};

/** No list disposes of an asset, or brings one back: that takes the record of how its ePHI was removed. */
function settleDisposal(facts: Partial<AssetFacts>, asset: KnownRecord<AssetFacts> | null): Settled {
  const isDisposed = asset?.facts.lifecycle === 'disposed';
  if (facts.lifecycle === undefined || isDisposed === (facts.lifecycle === 'disposed'))
    return { problems: [], remarks: [] };
  facts.lifecycle = isDisposed ? 'disposed' : 'retired';
  return {
    problems: [],
    remarks: [isDisposed ? remarks.staysDisposed() : remarks.disposalWithoutRecord()],
  };
}

function remarksOf({ facts }: Pick<JudgedRow<AssetFacts>, 'facts'>, texts: RowTexts): string[] {
  // “Never tested” says it, a plain yes does not.
  const isGuessed = facts.backup === 'untested' && !/tested/i.test(texts['backup'] ?? '');
  return isGuessed ? [remarks.backupUntested()] : [];
}

/** The asset that a row makes: what it says, and honest "unknown" for the rest. */
export function newAssetFacts(read: Partial<AssetFacts>, tag: string): AssetFacts {
  const { name, kind, hosting, holdsEphi } = read;
  if (name === undefined || kind === undefined || hosting === undefined || holdsEphi === undefined) {
    throw new Error('a row that makes an asset was not judged');
  }
  return {
    description: '',
    siteId: null,
    location: '',
    ownerId: null,
    vendorName: '',
    phiTypes: [],
    phiActivities: [],
    phiRecordCount: null,
    encryptionAtRest: 'unknown',
    encryptionInTransit: 'unknown',
    backup: 'unknown',
    internetFacing: false,
    portable: false,
    lifecycle: 'in-service',
    notes: '',
    ...read,
    name,
    kind,
    hosting,
    holdsEphi,
    tag,
  };
}
