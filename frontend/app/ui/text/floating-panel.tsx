import { useLayoutEffect, useRef, type ComponentProps, type RefObject } from 'react';
import styles from './floating-panel.module.css';

interface FloatingPanelProps extends ComponentProps<'span'> {
  anchor: RefObject<HTMLElement | null>;
}

/**
 * A small panel above or below its anchor, there only while it is open: a page has hundreds of words with one. It is
 * in the browser's top layer, so that no scrolling table cuts it off, and stays beside its anchor in the document: Tab
 * leads from the word to the links that explain it.
 */
export function FloatingPanel({ anchor, className = '', ...props }: FloatingPanelProps) {
  const ref = useRef<HTMLSpanElement>(null);

  useLayoutEffect(() => {
    const panel = ref.current;
    const target = anchor.current;
    if (!panel || !target) return;
    panel.showPopover?.();
    const placeAgain = () => place(panel, target);
    placeAgain();
    const sizes = new ResizeObserver(placeAgain);
    sizes.observe(panel);
    window.addEventListener('scroll', placeAgain, true);
    return () => {
      sizes.disconnect();
      window.removeEventListener('scroll', placeAgain, true);
      if (panel.isConnected) panel.hidePopover?.();
    };
  }, [anchor]);

  return <span {...props} ref={ref} popover="manual" className={`${styles.panel} ${className}`} />;
}

const GAP = 6;
const EDGE = 8;

function place(panel: HTMLElement, target: HTMLElement): void {
  const word = target.getBoundingClientRect();
  const { width, height } = panel.getBoundingClientRect();
  const above = word.top - height - GAP;
  const left = Math.min(
    Math.max(EDGE, word.left + word.width / 2 - width / 2),
    window.innerWidth - width - EDGE,
  );
  panel.style.top = `${above >= EDGE ? above : word.bottom + GAP}px`;
  panel.style.left = `${Math.max(EDGE, left)}px`;
}
