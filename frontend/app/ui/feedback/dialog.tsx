import { IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { t } from '~/messages';
import styles from './dialog.module.css';

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  role?: 'dialog' | 'alertdialog';
  /** The palette has a heading only for those who listen. */
  hideTitle?: boolean;
  children: ReactNode;
}

/** The browser's own modal dialog: focus stays inside, Escape closes, the page behind is inert. */
export function Dialog({ open, onClose, title, role = 'dialog', hideTitle = false, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) {
      dialog.showModal();
      // React drops the attribute `autofocus`, so the browser would choose the first button: the one that closes.
      dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    }
    if (!open && dialog.open) dialog.close();
  }, [open]);

  return (
    <dialog
      ref={ref}
      role={role}
      className={styles.dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => event.target === ref.current && onClose()}
    >
      {open && (
        <div className={hideTitle ? styles.bare : styles.body}>
          <div className={hideTitle ? 'visually-hidden' : styles.head}>
            <h2 id={titleId}>{title}</h2>
            {!hideTitle && (
              <button type="button" className={styles.close} onClick={onClose}>
                <IconX size={18} aria-hidden />
                <span className="visually-hidden">{t('actions.close')}</span>
              </button>
            )}
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}

export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
