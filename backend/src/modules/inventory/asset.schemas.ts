import { z } from 'zod';
import {
  asOfField,
  idIn,
  idOut,
  instantField,
  line,
  namedQuery,
  pageOf,
  pageQuery,
  text,
} from '../../platform/http/schemas.js';
import {
  ASSET_KINDS,
  ASSET_SORTS,
  ASSET_TEXT_LIMITS as LIMITS,
  BACKUP_STATES,
  ENCRYPTION_STATES,
  HOSTINGS,
  LIFECYCLES,
  MOST_RECORDS,
  PHI_ACTIVITIES,
  PHI_TYPES,
} from './domain/asset.js';

export const assetKind = z.enum(ASSET_KINDS, { error: 'Choose the kind.' }).meta({ id: 'AssetKind' });
export const hosting = z.enum(HOSTINGS, { error: 'Choose where it runs.' }).meta({ id: 'Hosting' });
export const encryptionState = z
  .enum(ENCRYPTION_STATES, { error: 'Choose whether it is encrypted.' })
  .meta({ id: 'EncryptionState' });
export const backupState = z
  .enum(BACKUP_STATES, { error: 'Choose how it is backed up.' })
  .meta({ id: 'BackupState' });
export const lifecycle = z.enum(LIFECYCLES, { error: 'Choose its status.' }).meta({ id: 'AssetLifecycle' });
export const phiType = z
  .enum(PHI_TYPES, { error: 'Choose from the kinds of health information.' })
  .meta({ id: 'PhiType' });
export const phiTypes = z
  .array(phiType)
  .max(PHI_TYPES.length)
  .transform((types) => [...new Set(types)]);
export const phiActivity = z
  .enum(PHI_ACTIVITIES, { error: 'Choose from: creates, receives, maintains, transmits.' })
  .meta({ id: 'PhiActivity' });
const phiActivities = z
  .array(phiActivity)
  .max(PHI_ACTIVITIES.length)
  .transform((activities) => [...new Set(activities)]);
/** A question in the address that is answered by yes or no. */
export const yesOrNo = z.enum(['true', 'false']).transform((value) => value === 'true');
/** Longer names make longer page marks. */
export const cursor = z.string().max(2_000).optional();

const facts = {
  name: line(LIMITS.name, 1),
  kind: assetKind,
  description: text(LIMITS.description),
  siteId: idIn('site').nullable(),
  location: line(LIMITS.location),
  ownerId: idIn('member').nullable(),
  hosting,
  vendorName: line(LIMITS.vendorName),
  holdsEphi: z.boolean({ error: 'Say whether it holds ePHI.' }),
  phiTypes,
  phiActivities,
  phiRecordCount: z
    .int('Write a whole number.')
    .min(0, 'Not less than 0.')
    .max(MOST_RECORDS, 'This number is too large.')
    .nullable(),
  encryptionAtRest: encryptionState,
  encryptionInTransit: encryptionState,
  backup: backupState,
  internetFacing: z.boolean(),
  portable: z.boolean(),
  lifecycle,
  notes: text(LIMITS.notes),
};

export const createAssetRequest = z
  .strictObject({
    ...facts,
    /** Empty: the next free tag of the kind's series. */
    tag: line(LIMITS.tag).default(''),
    description: facts.description.default(''),
    siteId: facts.siteId.default(null),
    location: facts.location.default(''),
    ownerId: facts.ownerId.default(null),
    vendorName: facts.vendorName.default(''),
    phiTypes: facts.phiTypes.default([]),
    phiActivities: facts.phiActivities.default([]),
    phiRecordCount: facts.phiRecordCount.default(null),
    encryptionAtRest: facts.encryptionAtRest.default('unknown'),
    encryptionInTransit: facts.encryptionInTransit.default('unknown'),
    backup: facts.backup.default('unknown'),
    internetFacing: facts.internetFacing.default(false),
    portable: facts.portable.default(false),
    lifecycle: facts.lifecycle.default('in-service'),
    notes: facts.notes.default(''),
  })
  .meta({ id: 'CreateAssetRequest' });
export type CreateAssetRequest = z.infer<typeof createAssetRequest>;

export const updateAssetRequest = z
  .strictObject({ ...facts, tag: line(LIMITS.tag, 1) })
  .partial()
  .meta({ id: 'UpdateAssetRequest' });
export type UpdateAssetRequest = z.infer<typeof updateAssetRequest>;

const assetFields = {
  id: idOut('asset'),
  tag: z.string(),
  name: z.string(),
  kind: assetKind,
  siteId: idOut('site').nullable(),
  siteName: z.string().nullable(),
  location: z.string(),
  ownerId: idOut('member').nullable(),
  ownerName: z.string().nullable(),
  hosting,
  vendorName: z.string(),
  holdsEphi: z.boolean(),
  phiTypes: z.array(phiType),
  phiActivities: z.array(phiActivity),
  phiRecordCount: z.int().nullable(),
  encryptionAtRest: encryptionState,
  encryptionInTransit: encryptionState,
  backup: backupState,
  internetFacing: z.boolean(),
  portable: z.boolean(),
  lifecycle,
  updatedAt: instantField,
  version: z.int(),
};
export const assetListItem = z.object(assetFields).meta({ id: 'AssetListItem' });
export const assetPage = pageOf(assetListItem).meta({ id: 'AssetPage' });
export const assetView = z
  .object({ ...assetFields, description: z.string(), notes: z.string(), createdAt: instantField })
  .meta({ id: 'Asset' });
export type AssetView = z.infer<typeof assetView>;

const filter = {
  kind: assetKind.optional(),
  siteId: z.union([z.literal('none'), idIn('site')]).optional(),
  ownerId: z.union([z.literal('none'), idIn('member')]).optional(),
  holdsEphi: yesOrNo.optional(),
  lifecycle: lifecycle.optional(),
  encryptionAtRest: encryptionState.optional(),
  q: text(100).optional(),
  asOf: asOfField,
};
export const assetListQuery = z.object({
  ...filter,
  /** By tag, by name, or by both with a blank between them. */
  named: namedQuery,
  sort: z.enum(ASSET_SORTS).default('name'),
  ...pageQuery,
  cursor,
});
export type AssetListQuery = z.infer<typeof assetListQuery>;
export const assetExportQuery = z.object(filter);
export type AssetExportQuery = z.infer<typeof assetExportQuery>;
