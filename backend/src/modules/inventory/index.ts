/** The only door to the inventory for other modules. */
export {
  assetsInInventory,
  concernedDataFlows,
  dataFlowsInInventory,
  type InventoryAsset,
  type InventoryDataFlow,
} from './persistence/inventory-facts.js';
export { recordedSanitizations } from './persistence/recorded-sanitizations.js';
export { knownRecords } from './persistence/known-records.js';
export {
  assetsThatDiffer,
  COMPARED_OF_ASSETS,
  COMPARED_OF_FLOWS,
  flowsThatDiffer,
  type NewRecord,
} from './persistence/inventory-changes.js';
export { namedAssets, assetsByTagOrName, type NamedAsset } from './persistence/named-assets.js';
export { readCsv, type Delimiter } from './application/read-csv.js';
export { readList, type ReadFile } from './application/read-list.js';
export type { RawRow } from './domain/import/import-subject.js';
export type { ListRules } from './application/list-limits.js';
export { AcceptsFile, uploadedFile, type UploadedFile } from './http/uploaded-list.js';
export { declareAssetUses, declareFlowUses } from './record-uses.js';
export {
  followAssetsOfInventory,
  followDataFlows,
  type AssetNews,
  type DataFlowNews,
} from './application/followers.js';
export {
  flowConcerns,
  type ConcernKind,
  type FlowConcern,
  type FlowConcernFacts,
} from './domain/flow-concerns.js';
export type {
  AssetFacts,
  AssetKind,
  BackupState,
  EncryptionState,
  Hosting,
  Lifecycle,
  PhiActivity,
  PhiType,
} from './domain/asset.js';
export type { Counterparty, DataFlowFacts, FlowEnd, TransportSecurity } from './domain/data-flow.js';
