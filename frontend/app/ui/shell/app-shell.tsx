import { IconMenu2, IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { t } from '~/messages';
import { DisclosureMenu } from './disclosure-menu';
import { NavigationProgress } from './navigation-progress';
import { OrganizationSwitcher } from './organization-switcher';
import { PersonMenu } from './person-menu';
import { SideNavigation } from './side-navigation';
import { useHeadingFocus } from './use-heading-focus';
import styles from './app-shell.module.css';

interface AppShellProps {
  unread: number;
  onSearch: () => void;
  children: ReactNode;
}

/** The frame of each signed-in page: navigation at the left, below 48em behind a menu button. */
export function AppShell({ unread, onSearch, children }: AppShellProps) {
  useHeadingFocus();
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {t('shell.skip')}
      </a>
      <NavigationProgress />
      <aside className={styles.side} aria-label={t('shell.side')}>
        <OrganizationSwitcher />
        <SearchButton onSearch={onSearch} />
        <div className={styles.scroll}>
          <SideNavigation unread={unread} />
        </div>
        <PersonMenu />
      </aside>
      <header className={styles.top}>
        <DisclosureMenu
          className={styles.drawer}
          summaryClassName={styles.drawerButton}
          summary={
            <>
              <IconMenu2 size={20} aria-hidden />
              {t('shell.menu')}
            </>
          }
        >
          <div className={styles.drawerPanel}>
            <OrganizationSwitcher />
            <SideNavigation unread={unread} />
            <PersonMenu />
          </div>
        </DisclosureMenu>
        <SearchButton onSearch={onSearch} />
      </header>
      <main id="content" className={styles.content} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

function SearchButton({ onSearch }: { onSearch: () => void }) {
  return (
    <button type="button" className={styles.search} onClick={onSearch} data-print="no">
      <IconSearch size={16} aria-hidden />
      <span>{t('palette.open')}</span>
      <kbd>{t('palette.keys')}</kbd>
    </button>
  );
}
