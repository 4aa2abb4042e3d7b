import { useEffect, useMemo, useRef, useState } from 'react';

const CLOSE_AFTER_MS = 150;

interface HoverPanel {
  open: boolean;
  show: () => void;
  /** For both the word and its panel: one may move from the one into the other (WCAG 1.4.13). */
  handlers: {
    onPointerEnter: () => void;
    onPointerLeave: () => void;
    onFocus: () => void;
    onBlur: () => void;
  };
}

/** Opens by pointing, by keyboard or by a tap; Escape closes. */
export function useHoverPanel(openDelay = 0): HoverPanel {
  const [open, setOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!open) return;
    const onKeyDown = (event: KeyboardEvent) => event.key === 'Escape' && setOpen(false);
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [open]);

  return useMemo(() => {
    const soon = (value: boolean, delay: number) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setOpen(value), delay);
    };
    return {
      open,
      show: () => soon(true, 0),
      handlers: {
        onPointerEnter: () => soon(true, openDelay),
        onPointerLeave: () => soon(false, CLOSE_AFTER_MS),
        onFocus: () => soon(true, 0),
        onBlur: () => soon(false, CLOSE_AFTER_MS),
      },
    };
  }, [open, openDelay]);
}
