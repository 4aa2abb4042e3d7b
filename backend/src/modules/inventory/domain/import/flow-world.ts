import type { DataFlowFacts } from '../data-flow.js';
import type { KnownRecord } from './import-subject.js';

export interface AssetPlace {
  id: string;
  tag: string;
  name: string;
  isDisposed: boolean;
  /** A vendor runs it: what reaches it may reach them. */
  isVendorRun: boolean;
}

export interface VendorPlace {
  id: string;
  name: string;
  active: boolean;
}

/** What a list of flows is judged against: the organization as it is now. */
export interface FlowWorld {
  /** By code in small letters. */
  flows: ReadonlyMap<string, KnownRecord<DataFlowFacts>>;
  /** One code by name in small letters. */
  codeByName: ReadonlyMap<string, string>;
  /** By tag in small letters. */
  assetsByTag: ReadonlyMap<string, AssetPlace>;
  /** By name in small letters; several assets may have one name. */
  assetsByName: ReadonlyMap<string, readonly AssetPlace[]>;
  /** By name in small letters. */
  vendorsByName: ReadonlyMap<string, VendorPlace>;
  assetsById: ReadonlyMap<string, AssetPlace>;
  vendorsById: ReadonlyMap<string, VendorPlace>;
}
