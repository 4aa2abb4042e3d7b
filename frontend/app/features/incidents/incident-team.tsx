import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { SelectField } from '~/ui/form/fields';
import { FieldRow, FormActions, SubmitButton } from '~/ui/form/form-layout';
import { DateText } from '~/ui/text/date-text';
import { Facts, Section } from '~/ui/text/section';
import { choicesOf, ROLES, type Incident } from './incident-words';
import styles from './incidents.module.css';

interface IncidentTeamProps {
  incident: Incident;
  colleagues: { id: string; name: string }[];
  refused: RefusedForm | null;
}

const roleWord = (role: (typeof ROLES)[number]) => t(`incidents.role_${role}`);

/** Who answers for what, since when, and who did before. */
export function IncidentTeam({ incident, colleagues, refused }: IncidentTeamProps) {
  return (
    <Section title={t('incidents.team')} lead={t('incidents.teamLead')}>
      <Facts
        rows={ROLES.map((role) => ({
          name: roleWord(role),
          value: <Holders incident={incident} role={role} />,
        }))}
      />
      {incident.allowedActions.includes('run') && incident.state !== 'closed' && (
        <details className={styles.details} open={Boolean(refused)}>
          <summary>{t('incidents.giveRole')}</summary>
          <AppForm refused={refused} intent="role" label={t('incidents.giveRole')}>
            <FieldRow>
              <SelectField
                name="role"
                label={t('incidents.roleField')}
                choices={choicesOf(ROLES, roleWord)}
                required
              />
              <SelectField
                name="memberId"
                label={t('incidents.roleMember')}
                choices={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
                placeholder={t('incidents.choose')}
                required
              />
            </FieldRow>
            <FormActions>
              <SubmitButton size="xs">{t('incidents.giveRole')}</SubmitButton>
            </FormActions>
          </AppForm>
        </details>
      )}
    </Section>
  );
}

function Holders({ incident, role }: { incident: Incident; role: (typeof ROLES)[number] }) {
  const all = incident.roles.filter((held) => held.role === role);
  const now = all.find(({ until }) => until === null);
  const before = all.filter(({ until }) => until !== null);
  return (
    <span className={styles.named}>
      {now ? (
        <span>
          {now.member.name}{' '}
          <span className={styles.quiet}>
            {t('incidents.since')} <DateText at={now.since} time="none" />
          </span>
        </span>
      ) : (
        <span className={styles.quiet}>{t('incidents.nobodyYet')}</span>
      )}
      {before.length > 0 && (
        <span className={styles.quiet}>
          {t('incidents.before')} {before.map(({ member }) => member.name).join(', ')}
        </span>
      )}
    </span>
  );
}
