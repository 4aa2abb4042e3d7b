import { test, type BrowserContext, type Page } from '@playwright/test';
import { bringAxe } from './accessible.js';
import { signIn } from './people.js';

/**
 * For pages that are looked at and not changed: Maya signs in once for all that one worker looks at, and the browser
 * keeps what it has loaded.
 */
export const signedInTest = test.extend<{ asMaya: Page }, { mayasBrowser: BrowserContext }>({
  mayasBrowser: [
    async ({ browser }, use, { project }) => {
      const { baseURL, locale, timezoneId } = project.use;
      const context = await browser.newContext({ baseURL, locale, timezoneId });
      await bringAxe(context);
      const page = await context.newPage();
      await signIn(page, 'maya');
      await page.close();
      await use(context);
      await context.close();
    },
    { scope: 'worker' },
  ],
  asMaya: async ({ mayasBrowser }, use) => {
    const page = await mayasBrowser.newPage();
    await use(page);
    await page.close();
  },
});
