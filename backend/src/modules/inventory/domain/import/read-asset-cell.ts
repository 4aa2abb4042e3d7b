import { ASSET_TEXT_LIMITS, MOST_RECORDS, type AssetFacts, type PhiActivity } from '../asset.js';
import {
  BACKUP_WORDS,
  ENCRYPTION_WORDS,
  HOSTING_WORDS,
  KIND_WORDS,
  LIFECYCLE_WORDS,
  PHI_ACTIVITY_WORDS,
  YES_NO_WORDS,
  type Choices,
} from './choices.js';
import type { AssetColumn } from './asset-columns.js';
import type { AssetWorld } from './asset-world.js';
import { readChoice, readPhiTypes, readText, wordsOf } from './cell-readers.js';
import { said, type ReadCell } from './import-subject.js';
import { reasons } from './reasons.js';

type Reader = (text: string, world: AssetWorld) => ReadCell<AssetFacts>;

const LONG_TEXTS: ReadonlySet<AssetColumn> = new Set<AssetColumn>(['description', 'notes']);

const READERS: Record<AssetColumn, Reader> = {
  tag: plainText('tag'),
  name: plainText('name'),
  kind: choice('kind', KIND_WORDS),
  description: plainText('description'),
  site: (text, world) => {
    const siteId = world.sites.get(text.toLowerCase());
    if (siteId !== undefined) return { facts: { siteId } };
    return { reason: world.siteNames.length > 0 ? reasons.unknownSite(world.siteNames) : reasons.noSites() };
  },
  location: plainText('location'),
  owner: (text, world) => {
    const found = world.members.get(text.toLowerCase()) ?? [];
    if (found.length > 1) return { reason: reasons.severalOwners() };
    return found[0] === undefined ? { reason: reasons.unknownOwner() } : { facts: { ownerId: found[0] } };
  },
  hosting: choice('hosting', HOSTING_WORDS),
  vendorName: plainText('vendorName'),
  holdsEphi: choice('holdsEphi', YES_NO_WORDS),
  phiTypes: (text) => said('phiTypes', readPhiTypes(text)),
  phiActivities: readPhiActivities,
  phiRecordCount: readRecordCount,
  encryptionAtRest: choice('encryptionAtRest', ENCRYPTION_WORDS),
  encryptionInTransit: choice('encryptionInTransit', ENCRYPTION_WORDS),
  backup: choice('backup', BACKUP_WORDS),
  internetFacing: choice('internetFacing', YES_NO_WORDS),
  portable: choice('portable', YES_NO_WORDS),
  lifecycle: choice('lifecycle', LIFECYCLE_WORDS),
  notes: plainText('notes'),
};

/** Reads one cell that is not empty. */
export function readAssetCell(field: string, text: string, world: AssetWorld): ReadCell<AssetFacts> {
  return READERS[field as AssetColumn](text, world);
}

function plainText(field: keyof typeof ASSET_TEXT_LIMITS): Reader {
  const limit = { most: ASSET_TEXT_LIMITS[field], long: LONG_TEXTS.has(field) };
  return (text) => said(field, readText(text, limit));
}

function choice<Field extends keyof AssetFacts>(field: Field, words: Choices<AssetFacts[Field]>): Reader {
  return (text) => said(field, readChoice(text, words));
}

/** Several verbs stand in one cell. */
function readPhiActivities(text: string): ReadCell<AssetFacts> {
  const activities = new Set<PhiActivity>();
  for (const word of wordsOf(text)) {
    const activity = PHI_ACTIVITY_WORDS.read(word);
    if (activity === undefined) return { reason: reasons.notAChoice(PHI_ACTIVITY_WORDS.named) };
    activities.add(activity);
  }
  return { facts: { phiActivities: [...activities] } };
}

/** 1200, 1,200 and 1 200; a point could part thousands or decimals, so it is asked about. */
function readRecordCount(text: string): ReadCell<AssetFacts> {
  if (!/^\d{1,15}$|^\d{1,3}([, ']\d{3}){1,4}$/.test(text)) return { reason: reasons.notANumber() };
  const count = Number(text.replace(/\D/g, ''));
  return count > MOST_RECORDS
    ? { reason: reasons.tooLarge(MOST_RECORDS) }
    : { facts: { phiRecordCount: count } };
}
