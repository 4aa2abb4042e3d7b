import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { t } from '~/messages';
import { Citation } from './citation';
import { FloatingPanel } from './floating-panel';
import type { LegalTerm } from './legal-terms';
import { useHoverPanel } from './use-hover-panel';
import styles from './term.module.css';

interface TermProps {
  /** The term's id in the pack, such as `ephi`. */
  id: string;
  children: ReactNode;
}

/**
 * A word of the regulation that explains itself to whoever points at it, reaches it by keyboard or taps it. Without
 * JavaScript it leads to the page of all words.
 */
export function Term({ id, children }: TermProps) {
  const word = useRef<HTMLAnchorElement>(null);
  const { open, show, handlers } = useHoverPanel();
  const [term, setTerm] = useState<LegalTerm | null>(null);

  useEffect(() => {
    if (!open || term) return;
    // The pack is a file of its own that is fetched with the first question.
    void import('./legal-terms').then(({ legalTerm }) => setTerm(legalTerm(id) ?? null));
  }, [open, term, id]);

  return (
    <span {...handlers}>
      <Link
        ref={word}
        to={`/terms#${id}`}
        className={styles.term}
        onClick={(event) => {
          event.preventDefault();
          show();
        }}
      >
        {children}
      </Link>
      {open && (
        <FloatingPanel anchor={word}>
          <TermText term={term} />
        </FloatingPanel>
      )}
    </span>
  );
}

function TermText({ term }: { term: LegalTerm | null }) {
  if (!term) return <span role="status">{t('terms.loading')}</span>;
  return (
    <span className={styles.text} role="status">
      <strong>{term.term}</strong>
      <span>{term.short}</span>
      {term.long && <span className={styles.long}>{term.long}</span>}
      {term.citations.map((citation) => (
        <Citation key={citation} text={citation} />
      ))}
    </span>
  );
}
