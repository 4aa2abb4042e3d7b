import { prepareCheckout } from '../prepare-checkout.mjs';
import { phase, say } from '../progress.mjs';
import { readSettings } from '../settings.mjs';

/** `part164 seed` */
export async function seed() {
  const settings = readSettings();
  await prepareCheckout();
  const { commandInstance } = await import('../command-instance.mjs');
  const { migrateDatabase } = await import('../migrate.mjs');
  const { seedDatabase } = await import('../seed.mjs');
  const { withDatabase } = await import('../with-database.mjs');
  const { readDemo } = await import('../demo.mjs');
  await withDatabase(settings, 'seed', async (adminUrl) => {
    await phase('Migrations', (note) => migrateDatabase({ home: settings.home, adminUrl, note }));
    await phase('Reference packs and demo', (note) =>
      seedDatabase(commandInstance(settings, adminUrl), { note, always: true }),
    );
  });
  const demo = readDemo(settings.home);
  if (settings.demo && demo) say(`  Demo people have the password ${demo.password}`);
}
