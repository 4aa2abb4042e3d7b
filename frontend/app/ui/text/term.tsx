import { Popover } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { t } from '~/messages';
import { Citation } from './citation';
import type { LegalTerm } from './legal-terms';
import styles from './term.module.css';

interface TermProps {
  /** The term's id in the pack, such as `ephi`. */
  id: string;
  children: ReactNode;
}

const CLOSE_AFTER_MS = 150;

/**
 * A word of the regulation that explains itself to whoever points at it, reaches it by keyboard or taps it. Without
 * JavaScript it leads to the page of all words.
 */
export function Term({ id, children }: TermProps) {
  const [open, setOpen] = useState(false);
  const [term, setTerm] = useState<LegalTerm | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!open || term) return;
    // The pack is a file of its own that is fetched with the first question.
    void import('./legal-terms').then(({ legalTerm }) => setTerm(legalTerm(id) ?? null));
  }, [open, term, id]);

  const show = () => {
    clearTimeout(timer.current);
    setOpen(true);
  };
  const hideSoon = () => {
    timer.current = setTimeout(() => setOpen(false), CLOSE_AFTER_MS);
  };
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="top"
      width={320}
      shadow="md"
      withinPortal={false}
      trapFocus={false}
    >
      <Popover.Target>
        <Link
          to={`/terms#${id}`}
          className={styles.term}
          onClick={(event) => {
            event.preventDefault();
            show();
          }}
          onPointerEnter={show}
          onPointerLeave={hideSoon}
          onFocus={show}
          onBlur={hideSoon}
        >
          {children}
        </Link>
      </Popover.Target>
      <Popover.Dropdown
        className={styles.panel}
        onPointerEnter={show}
        onPointerLeave={hideSoon}
        onFocus={show}
        onBlur={hideSoon}
      >
        <TermText term={term} />
      </Popover.Dropdown>
    </Popover>
  );
}

function TermText({ term }: { term: LegalTerm | null }) {
  if (!term) return <span>{t('terms.loading')}</span>;
  return (
    <span className={styles.text}>
      <strong>{term.term}</strong>
      <span>{term.short}</span>
      {term.long && <span className={styles.long}>{term.long}</span>}
      {term.citations.map((citation) => (
        <Citation key={citation} text={citation} />
      ))}
    </span>
  );
}
