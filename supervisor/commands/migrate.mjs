import { prepareCheckout } from '../prepare-checkout.mjs';
import { phase } from '../progress.mjs';
import { readSettings } from '../settings.mjs';

/** `part164 migrate` */
export async function migrate() {
  const settings = readSettings();
  await prepareCheckout();
  const { migrateDatabase } = await import('../migrate.mjs');
  const { withDatabase } = await import('../with-database.mjs');
  await withDatabase(settings, 'migrate', (adminUrl) =>
    phase('Migrations', (note) => migrateDatabase({ home: settings.home, adminUrl, note, always: true })),
  );
}
