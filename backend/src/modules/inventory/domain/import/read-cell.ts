import { hidesSomething, PRINTABLE } from '../../../../platform/kernel/plain-text.js';
import {
  ASSET_TEXT_LIMITS,
  MOST_RECORDS,
  type AssetFacts,
  type PhiActivity,
  type PhiType,
} from '../asset.js';
import {
  BACKUP_WORDS,
  ENCRYPTION_WORDS,
  HOSTING_WORDS,
  KIND_WORDS,
  LIFECYCLE_WORDS,
  PHI_ACTIVITY_WORDS,
  PHI_WORDS,
  YES_NO_WORDS,
  type Choices,
} from './choices.js';
import type { ImportField } from './import-fields.js';
import type { ImportWorld } from './import-world.js';
import { reasons } from './reasons.js';

/** What a cell says about an asset, or why it cannot be read. */
export type ReadCell = { facts: Partial<AssetFacts> } | { reason: string };

type Reader = (text: string, world: ImportWorld) => ReadCell;

const READERS: Record<ImportField, Reader> = {
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
  phiTypes: readPhiTypes,
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
export function readCell(field: ImportField, text: string, world: ImportWorld): ReadCell {
  return READERS[field](text, world);
}

/** Of several lines; the others are names, as in the form. */
const LONG_TEXTS: ReadonlySet<ImportField> = new Set<ImportField>(['description', 'notes']);

function plainText(field: keyof typeof ASSET_TEXT_LIMITS): Reader {
  const most = ASSET_TEXT_LIMITS[field];
  return (text) => {
    if (text.length > most) return { reason: reasons.tooLong(text.length, most) };
    if (!PRINTABLE.test(text)) return { reason: reasons.unprintable() };
    if (!LONG_TEXTS.has(field) && hidesSomething(text)) return { reason: reasons.invisible() };
    return { facts: { [field]: text } };
  };
}

function choice<Field extends keyof AssetFacts>(field: Field, words: Choices<AssetFacts[Field]>): Reader {
  return (text) => {
    const value = words.read(text);
    return value === undefined ? { reason: reasons.notAChoice(words.named) } : { facts: { [field]: value } };
  };
}

/** Several types stand in one cell, parted by commas, semicolons, bars or lines. */
function readPhiTypes(text: string): ReadCell {
  if (['none', 'no', 'n/a', 'na'].includes(text.toLowerCase())) return { facts: { phiTypes: [] } };
  const types: PhiType[] = [];
  for (const word of text.split(/[,;|\n/]/)) {
    if (word.trim() === '') continue;
    const type = PHI_WORDS.read(word);
    if (type === undefined) return { reason: reasons.notAPhiType(word.trim().slice(0, 60), PHI_WORDS.named) };
    if (!types.includes(type)) types.push(type);
  }
  return { facts: { phiTypes: types } };
}

/** Several verbs stand in one cell. */
function readPhiActivities(text: string): ReadCell {
  if (['none', 'no', 'n/a', 'na'].includes(text.toLowerCase())) return { facts: { phiActivities: [] } };
  const activities = new Set<PhiActivity>();
  for (const word of text.split(/[,;|\n/]/)) {
    if (word.trim() === '') continue;
    const activity = PHI_ACTIVITY_WORDS.read(word);
    if (activity === undefined) return { reason: reasons.notAChoice(PHI_ACTIVITY_WORDS.named) };
    activities.add(activity);
  }
  return { facts: { phiActivities: [...activities] } };
}

/** 1200, 1,200 and 1 200; a point could part thousands or decimals, so it is asked about. */
function readRecordCount(text: string): ReadCell {
  if (!/^\d{1,15}$|^\d{1,3}([, ']\d{3}){1,4}$/.test(text)) return { reason: reasons.notANumber() };
  const count = Number(text.replace(/\D/g, ''));
  return count > MOST_RECORDS
    ? { reason: reasons.tooLarge(MOST_RECORDS) }
    : { facts: { phiRecordCount: count } };
}
