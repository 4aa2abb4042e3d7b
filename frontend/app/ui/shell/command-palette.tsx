import { useMemo, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { t } from '~/messages';
import { useSession } from '~/session/session';
import { Dialog } from '~/ui/feedback/dialog';
import { creations, destinationGroups, furtherPages } from './navigation';
import styles from './command-palette.module.css';

interface Entry {
  to: string;
  label: string;
  section: string;
}

/** Ctrl or Cmd with K: every page and every permitted creation, by a few letters of its name. */
export default function CommandPalette({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title={t('palette.title')} hideTitle>
      <Palette onClose={onClose} />
    </Dialog>
  );
}

function Palette({ onClose }: { onClose: () => void }) {
  const entries = useEntries();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const found = useMemo(() => entries.filter((entry) => matches(entry.label, query)), [entries, query]);

  const go = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    void navigate(entry.to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length > 0) {
      event.preventDefault();
      setAt((at + step + found.length) % found.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      go(found[at]);
    }
  };

  return (
    <div className={styles.palette}>
      <input
        className={styles.input}
        type="text"
        role="combobox"
        aria-label={t('palette.label')}
        aria-expanded={found.length > 0}
        aria-controls="palette-results"
        aria-activedescendant={found[at] ? `palette-${at}` : undefined}
        aria-autocomplete="list"
        placeholder={t('palette.placeholder')}
        autoComplete="off"
        autoFocus
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <p className="visually-hidden" role="status">
        {t('palette.results', { count: found.length })}
      </p>
      <ul id="palette-results" className={styles.results} role="listbox" aria-label={t('palette.label')}>
        {found.map((entry, index) => (
          <li
            key={entry.to + entry.label}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === at}
            className={styles.result}
            onPointerMove={() => setAt(index)}
            onClick={() => go(entry)}
          >
            <span>{entry.label}</span>
            <small>{entry.section}</small>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className={styles.none}>{t('palette.none')}</p>}
    </div>
  );
}

function useEntries(): Entry[] {
  const { permissions } = useSession();
  return useMemo(() => {
    const allowed = ({ permission }: { permission?: string }) =>
      !permission || permissions.includes(permission);
    const pages = [...destinationGroups.flatMap((group) => group.destinations), ...furtherPages];
    return [
      ...pages.filter(allowed).map(({ to, label }) => ({ to, label: label(), section: t('palette.go') })),
      ...creations
        .filter(allowed)
        .map(({ to, label }) => ({ to, label: label(), section: t('palette.create') })),
    ];
  }, [permissions]);
}

/** The letters in their order, each at the start of a word or after the one before: "rr" finds "Risk register". */
export function matches(label: string, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  const text = label.toLowerCase();
  if (text.includes(wanted)) return true;
  const initials = text
    .split(/\s+/)
    .map((word) => word[0])
    .join('');
  return initials.startsWith(wanted);
}
