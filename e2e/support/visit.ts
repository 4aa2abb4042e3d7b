import type { Page, Response } from '@playwright/test';

/**
 * Opens a page and waits until its script has taken over: before that a dialog is still a folded question, and what
 * is chosen in a form waits for a button that goes away.
 */
export async function visit(page: Page, address: string): Promise<Response | null> {
  const response = await page.goto(address);
  await page.waitForFunction(isTakenOver);
  return response;
}

/** React marks the elements that it has taken over. */
function isTakenOver(): boolean {
  const main = document.querySelector('main');
  return main !== null && Object.keys(main).some((key) => key.startsWith('__reactProps'));
}
