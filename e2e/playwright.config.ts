import { defineConfig } from '@playwright/test';

/** `npm test` starts everything and says where: BASE_URL, DEMO_PASSWORD, CHROMIUM_PATH. */
const CLOSED_NETWORK = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];
const isRoot = process.getuid?.() === 0;

/** Of the two cores one is the browser's, one the product's; a page leaves each of them idle in turns. */
const PAGES_AT_ONCE = 2;
const PAGES = 'everybody-can-use-every-page.spec.ts';

export default defineConfig({
  testDir: './journeys',
  outputDir: './test-results',
  timeout: 120_000,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  workers: PAGES_AT_ONCE,
  projects: [
    // Pages are looked at and not changed, so two at a time are as good as one after the other.
    { name: 'pages', testMatch: PAGES, fullyParallel: true },
    // Two people of one organization at once would see each other's changes.
    // They come after the pages, and also when one of those has a fault.
    { name: 'days', testIgnore: PAGES, workers: 1 },
  ],
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  use: {
    baseURL: process.env['BASE_URL'] ?? 'http://localhost:3164',
    locale: 'en-US',
    timezoneId: 'America/Chicago',
    // What cannot be pressed is said at once, and not when the whole journey has run out of time.
    actionTimeout: 30_000,
    screenshot: 'only-on-failure',
    // A trace keeps each step of each page, which takes as long as the journey itself: TRACE=on when one fails.
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
    launchOptions: {
      ...(process.env['CHROMIUM_PATH'] ? { executablePath: process.env['CHROMIUM_PATH'] } : {}),
      args: [...CLOSED_NETWORK, ...(isRoot ? ['--no-sandbox'] : [])],
    },
  },
});
