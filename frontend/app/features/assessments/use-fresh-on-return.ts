import { useEffect, useRef } from 'react';
import { useRevalidator } from 'react-router';

/** Counted since the page was opened: no clock of a day is asked. */
const OLD_AFTER_MS = 5_000;

/** Reads the page again when somebody comes back to it: colleagues may have worked on it meanwhile. */
export function useFreshOnReturn(): void {
  const { revalidate } = useRevalidator();
  const readAt = useRef(0);
  useEffect(() => {
    readAt.current = performance.now();
    const look = () => {
      if (document.visibilityState !== 'visible' || performance.now() - readAt.current < OLD_AFTER_MS) return;
      readAt.current = performance.now();
      void revalidate();
    };
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [revalidate]);
}
