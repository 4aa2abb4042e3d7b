import { useMemo, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { t } from '~/messages';
import { useSession } from '~/session/session';
import { Dialog } from '~/ui/feedback/dialog';
import { creations, destinationGroups, furtherPages } from './navigation';
import { useRecordSearch } from './use-record-search';
import styles from './command-palette.module.css';

interface Entry {
  to: string;
  label: string;
  /** How lists name a record: R-12. */
  reference?: string | null;
  section: string;
}

/** Ctrl or Cmd with K: every page, every permitted creation and every record, by a few letters of its name. */
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
  const { records, searching } = useRecordSearch(query);
  const found = useMemo(
    () => [
      ...entries.filter((entry) => matches(entry.label, query)),
      ...records.map(({ href, title, reference, kind }) => ({
        to: href,
        label: title,
        reference,
        section: t(`palette.kind_${kind}`),
      })),
    ],
    [entries, records, query],
  );

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
        {searching ? t('palette.searching') : t('palette.results', { count: found.length })}
      </p>
      <ul id="palette-results" className={styles.results} role="listbox" aria-label={t('palette.label')}>
        {found.map((entry, index) => (
          <li
            key={entry.to + entry.label}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === at}
            className={styles.result}
            ref={index === at ? intoView : undefined}
            onPointerMove={() => setAt(index)}
            onClick={() => go(entry)}
          >
            <span>
              {entry.reference && <span className={styles.reference}>{`${entry.reference} `}</span>}
              {entry.label}
            </span>
            <small>{entry.section}</small>
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <p className={styles.none}>{searching ? t('palette.searching') : t('palette.none')}</p>
      )}
    </div>
  );
}

/** The list is longer than its window: who goes through it by keys sees where they are. */
function intoView(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
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
