import { expect, type Page } from '@playwright/test';

/** The demo people that the journeys are named after. */
export const PEOPLE = {
  maya: 'maya@juniper-ridge.example',
  daniel: 'daniel@juniper-ridge.example',
  grace: 'grace@juniper-ridge.example',
  priya: 'priya@juniper-ridge.example',
  alice: 'alice@juniper-ridge.example',
  samuel: 'samuel@clearwater-billing.example',
  linda: 'linda@clearwater-billing.example',
  robert: 'robert@hale-audit.example',
} as const;
export type PersonName = keyof typeof PEOPLE;

export async function signIn(page: Page, person: PersonName): Promise<void> {
  const password = process.env['DEMO_PASSWORD'];
  if (!password)
    throw new Error('DEMO_PASSWORD is not set: run the journeys with `npm test -- --only journeys`');
  await page.goto('/login');
  await page.getByLabel('E-mail').fill(PEOPLE[person]);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'My work', level: 1 })).toBeVisible();
}
