import type { ImportKindName } from '../persistence/import-batch.record.js';
import { ASSET_IMPORTS } from './asset-import-kind.js';
import { FLOW_IMPORTS } from './flow-import-kind.js';
import type { ImportKind } from './import-kind.js';

/** For jobs, which know an import by its id. */
export const IMPORT_KINDS: Readonly<Record<ImportKindName, ImportKind>> = {
  assets: ASSET_IMPORTS,
  'data-flows': FLOW_IMPORTS,
};
