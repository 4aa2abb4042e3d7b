import { attempt, read, refused } from '~/api/answers.server';
import { FollowsAndScale } from '~/features/assessments/follows-and-scale';
import {
  freeTitle,
  questionnaireHint,
  questionnaireOf,
  scaleChoices,
} from '~/features/assessments/new-assessment';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { optionalText, text } from '~/session/read-form.server';
import { requireAccess } from '~/session/require-access.server';
import { PageError } from '~/ui/feedback/error-page';
import { AppForm } from '~/ui/form/app-form';
import { ChoiceField } from '~/ui/form/choice-field';
import { TextAreaField, TextField } from '~/ui/form/fields';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { ButtonLink } from '~/ui/text/button-link';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section } from '~/ui/text/section';
import type { Route } from './+types/_app.assessments.new';

export const meta: Route.MetaFunction = () => pageTitle(t('assessments.new'), t('assessments.title'));

export async function loader({ request }: Route.LoaderArgs) {
  const { api, session } = await requireAccess(request, 'assessment:write');
  const [questionnaires, earlier, scales] = await Promise.all([
    read(api.GET('/api/v1/questionnaires')),
    read(api.GET('/api/v1/assessments', { params: { query: { limit: 100 } } })),
    read(api.GET('/api/v1/risk-scales', { params: { query: { status: 'adopted', limit: 100 } } })),
  ]);
  const standing = earlier.items.filter(({ status }) => status !== 'withdrawn');
  const asked = new URL(request.url).searchParams.get('follows');
  const followed =
    standing.find(({ id }) => id === asked) ?? standing.find(({ status }) => status === 'signed');
  // What was looked at last is where the next one begins.
  const scope = followed
    ? (await read(api.GET('/api/v1/assessments/{id}', { params: { path: { id: followed.id } } }))).scope
    : '';
  return {
    questionnaires: questionnaires.items.filter(({ newest }) => newest),
    earlier: standing,
    follows: followed?.id,
    scope,
    scales: scales.items,
    year: session.today.slice(0, 4),
  };
}

export async function action({ request }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'assessment:write');
  const begun = await attempt(
    api.POST('/api/v1/assessments', {
      body: {
        title: text(form, 'title'),
        scope: text(form, 'scope'),
        scaleId: optionalText(form, 'scaleId') ?? undefined,
        questionnaire: questionnaireOf(text(form, 'questionnaire')),
        previousId: optionalText(form, 'previousId'),
      },
    }),
  );
  if (!begun.ok) return refused(begun.problem, form);
  return redirectWithFlash(
    `/assessments/${begun.data.id}`,
    t('assessments.begun', { title: begun.data.title }),
  );
}

export default function NewAssessment({ loaderData, actionData }: Route.ComponentProps) {
  const { questionnaires, earlier, follows, scope, scales, year } = loaderData;
  const [first] = questionnaires;
  return (
    <>
      <PageHeader
        title={t('assessments.new')}
        trail={[{ to: '/assessments', label: t('assessments.title') }]}
        lead={t('assessments.newLead')}
      />
      <Section>
        <AppForm refused={actionData} draftKey="assessment:new" label={t('assessments.new')}>
          <TextField
            name="title"
            label={t('assessments.name')}
            hint={t('assessments.nameHint')}
            maxLength={200}
            defaultValue={freeTitle(
              t('assessments.defaultTitle', { year }),
              earlier.map(({ title }) => title),
            )}
            required
          />
          <ChoiceField
            name="questionnaire"
            legend={t('assessments.questionnaire')}
            defaultValue={first && `${first.pack}@${first.version}`}
            choices={questionnaires.map((set) => ({
              value: `${set.pack}@${set.version}`,
              label: set.title,
              hint: questionnaireHint(set),
            }))}
          />
          <FollowsAndScale earlier={earlier} follows={follows} choices={scaleChoices(scales)} />
          <TextAreaField
            name="scope"
            label={t('assessments.scopeField')}
            hint={t('assessments.scopeHint')}
            defaultValue={scope}
            rows={4}
            maxLength={10_000}
          />
          <FormActions>
            <SubmitButton>{t('assessments.begin')}</SubmitButton>
            <ButtonLink to="/assessments" variant="default">
              {t('actions.cancel')}
            </ButtonLink>
          </FormActions>
        </AppForm>
      </Section>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
