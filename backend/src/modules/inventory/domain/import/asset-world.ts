import type { AssetFacts } from '../asset.js';
import type { KnownRecord } from './import-subject.js';

/** What a list is judged against: the organization as it is now. */
export interface AssetWorld {
  /** By name in small letters. */
  sites: ReadonlyMap<string, string>;
  siteNames: readonly string[];
  /** Member ids by name and by e-mail address, in small letters; several people may have one name. */
  members: ReadonlyMap<string, readonly string[]>;
  /** By tag in small letters. */
  assets: ReadonlyMap<string, KnownRecord<AssetFacts>>;
  /** One tag by name in small letters, of assets that are there. */
  tagByName: ReadonlyMap<string, string>;
}
