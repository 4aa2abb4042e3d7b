import type { Download, Locator, Page } from '@playwright/test';

type Purpose =
  'Our own work' | 'Management' | 'An audit' | 'A regulator' | 'Another system' | 'Something else';

/** Takes a table out as a person does: opens “Export”, says what for, and chooses a format. */
export async function takeOut(
  page: Page,
  within: Page | Locator,
  format: 'CSV' | 'XLSX' | 'JSON' | 'PDF',
  purpose: Purpose = 'Our own work',
): Promise<Download> {
  await within.locator('summary').filter({ hasText: 'Export' }).click();
  const form = within.getByRole('form', { name: /^Export / });
  await form.getByLabel('What is it for?').selectOption({ label: purpose });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    form.getByRole('button', { name: format, exact: true }).click(),
  ]);
  return download;
}

/** Takes a document of an analysis out: opens “Export”, says what for, and asks for this one. */
export async function takeDocumentOut(
  page: Page,
  name: string,
  purpose: Purpose = 'Our own work',
): Promise<Download> {
  // Its form is hidden until it is opened.
  const panel = page.locator('details:has(form[aria-label="Export a document"])');
  if (!(await panel.evaluate((details: HTMLDetailsElement) => details.open)))
    await panel.locator('summary').click();
  await panel.getByLabel('What is it for?').selectOption({ label: purpose });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name, exact: true }).click(),
  ]);
  return download;
}
