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

export default defineConfig({
  testDir: './journeys',
  outputDir: './test-results',
  timeout: 120_000,
  expect: { timeout: 10_000 },
  // Two people of the same organization at once would see each other's changes; the machine has two cores.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  use: {
    baseURL: process.env['BASE_URL'] ?? 'http://localhost:3164',
    locale: 'en-US',
    timezoneId: 'America/Chicago',
    screenshot: 'only-on-failure',
    // A trace keeps each step of each page, which takes as long as the journey itself: TRACE=on when one fails.
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
    launchOptions: {
      ...(process.env['CHROMIUM_PATH'] ? { executablePath: process.env['CHROMIUM_PATH'] } : {}),
      args: [...CLOSED_NETWORK, ...(isRoot ? ['--no-sandbox'] : [])],
    },
  },
});
