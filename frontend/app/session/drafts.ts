// What a person typed and has not sent, kept in this tab only: it survives a sign-out by time, and is gone with the
// tab, after saving, and when the person signs out.
const PREFIX = 'draft:';

export interface Draft {
  at: string;
  values: Record<string, string[]>;
}

/** A member is one person in one organization: what was typed for one is never offered in a form of another. */
export function draftKey(memberId: string, formKey: string): string {
  return `${PREFIX}${memberId}:${formKey}`;
}

export function readDraft(key: string): Draft | null {
  try {
    const stored = sessionStorage.getItem(key);
    return stored ? (JSON.parse(stored) as Draft) : null;
  } catch {
    return null; // storage closed by the browser's settings: forms work on without drafts
  }
}

/** `only` names the fields to keep where a form saves the others by itself. */
export function keepDraft(key: string, form: HTMLFormElement, only?: readonly string[]): void {
  const values: Draft['values'] = {};
  for (const element of form.elements) {
    if (!isKept(element) || only?.includes(element.name) === false) continue;
    const named = (values[element.name] ??= []);
    if (!isChoice(element)) named.push(element.value);
    else if (element.checked) named.push(element.value);
  }
  try {
    sessionStorage.setItem(key, JSON.stringify({ at: new Date().toISOString(), values } satisfies Draft));
  } catch {
    // storage full or closed: the form itself still holds the text
  }
}

const QUIET_MS = 300;

/**
 * Calls `keep` once a person pauses in typing, and before they can no longer: when the page is left or torn down. One
 * listener for a form; the storage rests while keys are pressed.
 */
export function keepWhileTyping(form: HTMLFormElement, keep: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
    window.removeEventListener('pagehide', now);
  };
  function now() {
    const waiting = timer !== undefined;
    stop();
    if (waiting) keep();
  }
  const onInput = () => {
    if (timer === undefined) window.addEventListener('pagehide', now);
    clearTimeout(timer);
    timer = setTimeout(now, QUIET_MS);
  };
  form.addEventListener('input', onInput);
  return {
    /** What waits is not kept any more. */
    stop,
    /** No longer listens; what waits is kept first. */
    end: () => {
      now();
      form.removeEventListener('input', onInput);
    },
  };
}

export function forgetDraft(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // nothing was kept
  }
}

export function forgetAllDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
    }
  } catch {
    // nothing was kept
  }
}

/** Puts the draft into the form as if it had been typed; true when it differed from what stood there. */
export function restoreDraft(form: HTMLFormElement, draft: Draft): boolean {
  let changed = false;
  for (const element of form.elements) {
    if (!isKept(element)) continue;
    const values = draft.values[element.name];
    if (!values) continue;
    if (isChoice(element)) {
      const checked = values.includes(element.value);
      if (element.checked !== checked) {
        changed = true;
        element.click();
      }
    } else if (values[0] !== undefined && element.value !== values[0]) {
      changed = true;
      typeInto(element, values[0]);
    }
  }
  return changed;
}

type Kept = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const NOT_KEPT = new Set(['hidden', 'password', 'file', 'submit', 'button', 'image', 'reset']);

function isKept(element: Element): element is Kept {
  if (!(
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  )) {
    return false;
  }
  return element.name !== '' && !NOT_KEPT.has(element.type);
}

function isChoice(element: Kept): element is HTMLInputElement {
  return element instanceof HTMLInputElement && (element.type === 'checkbox' || element.type === 'radio');
}

/** Through the prototype's setter, so that components which hold their own state notice. */
function typeInto(element: Kept, value: string): void {
  const prototype = Object.getPrototypeOf(element) as object;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value);
  element.dispatchEvent(new Event('input', { bubbles: true }));
  element.dispatchEvent(new Event('change', { bubbles: true }));
}
