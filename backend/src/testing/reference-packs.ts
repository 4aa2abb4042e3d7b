import type { TestDatabase } from './test-database.js';

/** Installs the packs that ship, as the worker does on the first start. */
export async function installReferencePacks(_database: TestDatabase): Promise<void> {
  // The compliance module's installer is called here as soon as it is there.
}
