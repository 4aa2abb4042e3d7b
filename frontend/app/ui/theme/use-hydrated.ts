import { useDeferredValue, useSyncExternalStore } from 'react';

const never = () => () => {};

/** False on the server and in the first paint, true once scripts run: for what has a plain form without them. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/**
 * For what is long and not in sight at first: the server leaves it out, with a link that asks for it, and the browser
 * draws it when the rest of the page answers.
 */
export function useDrawnLater(): boolean {
  return useDeferredValue(useHydrated());
}
