import { IconChevronUp, IconLogout, IconUserCog } from '@tabler/icons-react';
import { Form, Link } from 'react-router';
import { t } from '~/messages';
import { forgetAllDrafts } from '~/session/drafts';
import { useSession } from '~/session/session';
import { CsrfField } from '~/ui/form/csrf-field';
import { ColorSchemeChoice } from './color-scheme-choice';
import { DisclosureMenu } from './disclosure-menu';
import styles from './shell-menus.module.css';

export function PersonMenu() {
  const { person, roleLabel } = useSession();
  return (
    <DisclosureMenu
      className={`${styles.menu} ${styles.upward}`}
      summaryClassName={styles.person}
      summary={
        <>
          <span className={styles.initials} aria-hidden>
            {initialsOf(person.name)}
          </span>
          <span className={styles.itemText}>
            {person.name}
            <small>{roleLabel}</small>
          </span>
          <IconChevronUp size={16} aria-hidden />
        </>
      }
    >
      <div className={styles.panel}>
        <p className={styles.heading}>{person.email}</p>
        <ColorSchemeChoice />
        <Link to="/settings/account" className={styles.item}>
          <IconUserCog size={16} aria-hidden />
          <span className={styles.itemText}>{t('settings.account')}</span>
        </Link>
        <Form method="post" action="/session/end" onSubmit={forgetAllDrafts}>
          <CsrfField />
          <button type="submit" className={styles.item}>
            <IconLogout size={16} aria-hidden />
            <span className={styles.itemText}>{t('shell.signOut')}</span>
          </button>
        </Form>
      </div>
    </DisclosureMenu>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.[0]?.toUpperCase() ?? '')
    .join('');
}
