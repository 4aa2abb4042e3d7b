import { NavLink } from 'react-router';
import { t } from '~/messages';
import { useSession } from '~/session/session';
import { destinationGroups, type Destination } from './navigation';
import styles from './side-navigation.module.css';

export function SideNavigation({ unread }: { unread: number }) {
  const { permissions } = useSession();
  const allowed = ({ permission }: Destination) => !permission || permissions.includes(permission);
  return (
    <nav className={styles.navigation} aria-label={t('navigation.label')}>
      {destinationGroups.map((group) => {
        const shown = group.destinations.filter(allowed);
        if (shown.length === 0) return null;
        const name = group.label?.();
        return (
          <div key={shown[0]?.to} className={styles.group}>
            {name && <p className={styles.name}>{name}</p>}
            <ul className={styles.list}>
              {shown.map(({ to, label, icon: Icon }) => (
                <li key={to}>
                  <NavLink to={to} end={to === '/'} prefetch="intent" className={styles.link ?? ''}>
                    <Icon size={18} stroke={1.6} />
                    <span className={styles.label}>{label()}</span>
                    {to === '/mailbox' && unread > 0 && (
                      <span className={styles.count}>
                        {unread}
                        <span className="visually-hidden"> {t('navigation.unread')}</span>
                      </span>
                    )}
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}
