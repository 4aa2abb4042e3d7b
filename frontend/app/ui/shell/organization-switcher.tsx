import { IconBuildingHospital, IconCheck, IconReceipt2, IconSelector } from '@tabler/icons-react';
import { Form, useLocation } from 'react-router';
import { t } from '~/messages';
import { useSession, type Session } from '~/session/session';
import { CsrfField } from '~/ui/form/csrf-field';
import { DisclosureMenu } from './disclosure-menu';
import styles from './shell-menus.module.css';

type Membership = Session['memberships'][number];

/** Which organization one is working in, always in sight; a person of one organization sees its name alone. */
export function OrganizationSwitcher() {
  const { organization, memberships } = useSession();
  const badge = <OrganizationBadge kind={organization.kind} name={organization.name} />;
  if (memberships.length < 2) return <div className={styles.organization}>{badge}</div>;
  return (
    <DisclosureMenu
      className={styles.menu}
      summaryClassName={styles.organization}
      summary={
        <>
          {badge}
          <IconSelector size={16} aria-hidden />
          <span className="visually-hidden">{t('shell.switchOrganization')}</span>
        </>
      }
    >
      <div className={styles.panel}>
        <p className={styles.heading}>{t('shell.yourOrganizations')}</p>
        {memberships.map((membership) => (
          <SwitchForm
            key={membership.organizationId}
            membership={membership}
            current={membership.organizationId === organization.id}
          />
        ))}
      </div>
    </DisclosureMenu>
  );
}

function SwitchForm({ membership, current }: { membership: Membership; current: boolean }) {
  const { key } = useLocation();
  return (
    <Form key={key} method="post" action="/session/organization">
      <CsrfField />
      <button
        type="submit"
        className={styles.item}
        name="organizationId"
        value={membership.organizationId}
        aria-current={current ? 'true' : undefined}
      >
        <span className={styles.itemText}>
          {membership.organizationName}
          <small>{membership.roleLabel}</small>
        </span>
        {current && <IconCheck size={16} aria-hidden />}
      </button>
    </Form>
  );
}

function OrganizationBadge({ kind, name }: { kind: Membership['kind']; name: string }) {
  const Icon = kind === 'covered-entity' ? IconBuildingHospital : IconReceipt2;
  return (
    <>
      <span className={styles.badge}>
        <Icon size={18} stroke={1.7} aria-hidden />
      </span>
      <span className={styles.itemText}>
        <span className={styles.organizationName}>{name}</span>
        <small>{kind === 'covered-entity' ? t('shell.coveredEntity') : t('shell.businessAssociate')}</small>
      </span>
    </>
  );
}
