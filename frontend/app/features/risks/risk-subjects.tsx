import { Checkbox } from '@mantine/core';
import { Link } from 'react-router';
import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { RecordField } from '~/ui/form/record-field';
import { Section } from '~/ui/text/section';
import { SubjectEnd } from './carried-mark';
import styles from './risk-subjects.module.css';
import type { Risk } from './words';

type Thing = Risk['further']['items'][number];

interface RiskSubjectsProps {
  risk: Risk;
  refused?: RefusedForm | null;
}

/** All that a risk concerns: one rating, one decision and one plan for what is alike. */
export function RiskSubjects({ risk, refused }: RiskSubjectsProps) {
  const mayUpdate = risk.allowedActions.includes('update');
  const { total, items } = risk.further;
  if (!mayUpdate && total === 0) return null;
  const things = [...firstOf(risk), ...items];
  const more = total - items.length;
  return (
    <Section
      id="concerns"
      title={total > 0 ? t('risks.concernsMany', { count: things.length + more }) : t('risks.concerns')}
      lead={t('risks.concernsLead')}
    >
      <div className={styles.parts}>
        {total > 0 && (
          <>
            {mayUpdate ? (
              <Chosen risk={risk} things={things} refused={refused} />
            ) : (
              <Things things={things} />
            )}
            {more > 0 && <p>{t('risks.concernsMore', { count: more })}</p>}
          </>
        )}
        {mayUpdate && (
          <AppForm
            refused={refused?.values.intent === 'add-subject' ? refused : null}
            intent="add-subject"
            version={risk.version}
            label={t('risks.concernsAdd')}
          >
            <RecordField
              name="add"
              label={t('risks.concernsAdd')}
              hint={t('risks.concernsHint')}
              choices={[]}
              search="/search/choices?of=things"
              required
            />
            <FormActions>
              <SubmitButton variant="default">{t('risks.concernsAdd')}</SubmitButton>
            </FormActions>
          </AppForm>
        )}
      </div>
    </Section>
  );
}

/** Some are chosen and taken off. */
function Chosen({ risk, things, refused }: RiskSubjectsProps & { things: Thing[] }) {
  return (
    <AppForm
      refused={refused?.values.intent === 'remove-subjects' ? refused : null}
      intent="remove-subjects"
      version={risk.version}
      label={t('risks.concerns')}
    >
      <Things things={things} mayChoose />
      <FormActions>
        <SubmitButton variant="default">{t('risks.concernsRemove')}</SubmitButton>
      </FormActions>
    </AppForm>
  );
}

function Things({ things, mayChoose = false }: { things: Thing[]; mayChoose?: boolean }) {
  return (
    <ul className={styles.list}>
      {things.map((thing) => (
        <li key={thing.id}>
          {mayChoose && (
            <Checkbox name="remove" value={`${thing.type} ${thing.id}`} aria-label={thing.name} size="sm" />
          )}
          <span>
            <Link to={addressOf(thing)}>{thing.name}</Link> {thing.end && <SubjectEnd end={thing.end} />}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The one that it was found at; a finding is no thing that could be taken off. */
function firstOf({ subject, subjectEnd }: Risk): Thing[] {
  if (!subject || subject.type === 'finding') return [];
  const { type, id, name } = subject;
  return [{ type, id, name, end: subjectEnd }];
}

function addressOf({ type, id }: Thing): string {
  return type === 'asset' ? `/inventory/assets/${id}` : `/inventory/flows/${id}`;
}
