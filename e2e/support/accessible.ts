import { expect, type BrowserContext, type JSHandle, type Locator, type Page } from '@playwright/test';
import axe from 'axe-core';

const NARROW = { width: 320, height: 720 };

/** axe finds nothing in light and in dark, and the page needs no sideways scrolling at 320 px (WCAG 1.4.10). */
export async function expectAccessible(page: Page): Promise<void> {
  await expectAxeFindsNothing(page);
  const size = page.viewportSize();
  await expectNarrowUse(page);
  if (size) await page.setViewportSize(size);
}

/** For many pages of one browser: each brings axe along, which the browser reads and compiles once. */
export function bringAxe(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(axe.source);
}

/** axe finds nothing in light and in dark; the page is left in light. */
export async function expectAxeFindsNothing(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.waitForFunction(
      (scheme) => document.documentElement.dataset['mantineColorScheme'] === scheme,
      colorScheme,
    );
    expect(await axeFindings(page, colorScheme), `axe on ${page.url()} in ${colorScheme}`).toEqual([]);
  }
}

/** Only colours change with the dark, and only room on a narrow screen: the other rules would say the same once more. */
const RULES: Record<'dark' | 'light' | 'narrow', axe.RunOnly> = {
  narrow: { type: 'rule', values: ['target-size'] },
  dark: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  light: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
};

async function axeFindings(page: Page, look: keyof typeof RULES): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (runOnly) => {
    // The page's types do not know what was brought into it.
    const { axe: here } = window as unknown as { axe: typeof axe };
    // What passes is not listed: that takes as long as the looking.
    const { violations } = await here.run(document, { runOnly, resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => {
      const places = nodes.slice(0, 3).map(({ target }) => target.join(' '));
      return `${id}: ${places.join(' | ')}`;
    });
  }, RULES[look]);
}

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${page.url()} scrolls sideways at 320 px`).toBeLessThanOrEqual(0);
}

/** The screen becomes as narrow as WCAG 1.4.10 asks for, and the page needs no sideways scrolling on it. */
export async function expectNarrowUse(page: Page): Promise<void> {
  await page.setViewportSize(NARROW);
  await expectNoSidewaysScroll(page);
  // What has just been scrolled half below the head of the page is no smaller for it.
  await page.evaluate(() => window.scrollTo(0, 0));
  expect(await axeFindings(page, 'narrow'), `axe on ${page.url()} at 320 px`).toEqual([]);
}

/**
 * Walks through the page with the Tab key alone: whatever has focus can be seen, and the way leads through all of it
 * and never stands still.
 */
export async function expectKeyboardUse(page: Page): Promise<void> {
  const wanted = Math.min(await page.evaluate(countTabStops), MOST_PRESSES);
  // The page keeps what the walk remembers, so that it is asked once a press.
  const walk = await page.evaluateHandle((): Walk => ({ last: null, unmarked: null }));
  const met = new Set<string>();
  let last = { path: '', words: '', presses: 0 };
  for (let press = 0; press < wanted * 2 + 5; press += 1) {
    await page.keyboard.press('Tab');
    const { stop, leftWithoutMark } = await walk.evaluate(lookAtFocus);
    expect(leftWithoutMark, `${last.words} on ${page.url()} shows that it has focus`).toBe(false);
    // After the last stop focus leaves the page, and comes back to its first.
    if (!stop) break;
    last = { ...stop, presses: stop.path === last.path ? last.presses + 1 : 1 };
    expect(last.presses, `${stop.words} on ${page.url()} keeps the focus`).toBeLessThan(STOPS_OF_A_DATE + 2);
    // A date is one field with a stop each for month, day, year and calendar.
    if (last.presses > 1) continue;
    if (met.has(stop.path) || met.size === MOST_PRESSES) break;
    met.add(stop.path);
    if (!stop.isInView) await expectFocusInView(page, walk, stop.words);
  }
  expect(met.size, `places that Tab leads to on ${page.url()}`).toBeGreaterThanOrEqual(wanted * 0.9);
}

/** What has focus may have to be moved to first. */
async function expectFocusInView(page: Page, walk: JSHandle<Walk>, words: string): Promise<void> {
  await expect
    .poll(async () => (await walk.evaluate(lookAtFocus)).stop?.isInView, {
      message: `${words} on ${page.url()} is in view`,
    })
    .toBe(true);
}

const STOPS_OF_A_DATE = 4;

/** A register of hundreds of rows is walked far enough to meet each kind of its controls. */
const MOST_PRESSES = 30;

/** How many places the Tab key should lead to. Runs in the page. */
function countTabStops(): number {
  const radios = new Set<string>();
  let count = 0;
  const all = document.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, summary, [tabindex]',
  );
  for (const element of all) {
    if (element.tabIndex < 0 || element.matches(':disabled, [type=hidden]')) continue;
    if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) continue;
    const closed = element.closest('details:not([open])');
    if (closed && element.parentElement !== closed) continue;
    if (element instanceof HTMLInputElement && element.type === 'radio') {
      const group = `${element.form?.id} ${element.name} ${[...document.forms].indexOf(element.form!)}`;
      if (radios.has(group)) continue;
      radios.add(group);
    }
    count += 1;
  }
  return count;
}

/** What a walk remembers in the page: where it was, and a stop without a ring, which has to look otherwise afterwards. */
type Walk = { last: Element | null; unmarked: { element: Element; border: string } | null };

type Stop = { path: string; words: string; isInView: boolean };

/**
 * Where the focus is now and whether it can be seen; and whether the stop before showed in no way that it had it.
 * Runs in the page, so it needs all that it calls within.
 */
function lookAtFocus(walk: Walk): { stop: Stop | null; leftWithoutMark: boolean } {
  const element = document.activeElement;
  const before = walk.unmarked;
  const isNew = walk.last !== element;
  const leftWithoutMark = isNew && before !== null && borderOf(before.element) === before.border;
  if (!element || element === document.body) return { stop: null, leftWithoutMark };
  // The stops within a date are the browser's own.
  if (isNew) walk.unmarked = hasRing(element) ? null : { element, border: borderOf(element) };
  walk.last = element;
  const name = element.ariaLabel ?? element.textContent ?? '';
  const words = `${element.tagName.toLowerCase()} “${name.trim().slice(0, 40)}”`;
  return { stop: { path: pathOf(element), words, isInView: isInView(element) }, leftWithoutMark };

  function pathOf(start: Element): string {
    const path = [];
    for (let at: Element | null = start; at; at = at.parentElement)
      path.push([...(at.parentElement?.children ?? [])].indexOf(at));
    return path.join('.');
  }

  /** A box that is drawn by its label shows focus on that. */
  function hasRing(focused: Element): boolean {
    const shown = [focused, focused.closest('label'), focused.parentElement].filter((part) => part !== null);
    return shown.some((part) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    });
  }

  /** A part that only listeners meet is a pixel in size, and stands anywhere. */
  function isInView(focused: Element): boolean {
    const { right, bottom, left, top, width } = focused.getBoundingClientRect();
    return width <= 1 || (right > 0 && bottom > 0 && left < innerWidth && top < innerHeight);
  }

  function borderOf(part: Element): string {
    return getComputedStyle(part).borderTopColor;
  }
}

/** What opened stands wholly inside the window, or what of it does not can be scrolled to. */
export async function expectNotClipped(opened: Locator, name: string): Promise<void> {
  await expect(opened, name).toBeVisible();
  const fault = await opened.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    if (left < -0.5 || right > innerWidth + 0.5)
      return `from ${left} to ${right} px of ${innerWidth} px in width`;
    if (top >= -0.5 && bottom <= innerHeight + 0.5) return '';
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { overflowY, position } = getComputedStyle(at);
      if (/auto|scroll/.test(overflowY) && at.scrollHeight > at.clientHeight) return '';
      if (position === 'fixed')
        return `from ${top} to ${bottom} px of ${innerHeight} px in height, and fixed`;
    }
    const { scrollHeight } = document.documentElement;
    return bottom + scrollY <= scrollHeight + 0.5 && top + scrollY >= -0.5
      ? ''
      : `down to ${bottom + scrollY} px of a page of ${scrollHeight} px`;
  });
  expect(fault, `${name} is clipped`).toBe('');
}
