import { useEffect, useRef } from 'react';
import { useRevalidator } from 'react-router';

const OLD_AFTER_MS = 5_000;

/** Reads the page again when somebody comes back to it: colleagues may have worked on it meanwhile. */
export function useFreshOnReturn(): void {
  const { revalidate } = useRevalidator();
  const readAt = useRef(0);
  useEffect(() => {
    readAt.current = Date.now();
    const look = () => {
      if (document.visibilityState !== 'visible' || Date.now() - readAt.current < OLD_AFTER_MS) return;
      readAt.current = Date.now();
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
