import { useNonce } from '~/ui/theme/nonce';

declare global {
  interface Window {
    earlyPresses?: WeakSet<Element>;
  }
}

const REMEMBER =
  "window.earlyPresses=new WeakSet;addEventListener('change',e=>document.documentElement.dataset.ready||earlyPresses.add(e.target),true)";

/** Remembers what a person chose before the page's scripts ran: nothing heard it, and it would look saved. */
export function RememberEarlyPresses() {
  const nonce = useNonce();
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: REMEMBER }} />;
}

/** Whether the choice that stands in the form was made so early; tells it once. */
export function takeEarlyPress(form: HTMLFormElement, name: string): boolean {
  const chosen = form.querySelector(`input[name="${name}"]:checked`);
  return chosen !== null && window.earlyPresses?.delete(chosen) === true;
}
