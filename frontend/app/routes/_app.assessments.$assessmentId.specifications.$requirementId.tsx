import { data } from 'react-router';
import { read } from '~/api/answers.server';
import { actOnSpecification } from '~/features/assessments/act-on-specification.server';
import { EarlierDecision } from '~/features/assessments/earlier-decision';
import { SpecificationEvidence } from '~/features/assessments/specification-evidence';
import {
  QuestionsAbout,
  SpecificationDecision,
  SpecificationFacts,
} from '~/features/assessments/specification-facts';
import { SpecificationForm } from '~/features/assessments/specification-form';
import { nextUndecided } from '~/features/assessments/specification-words';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { PageError } from '~/ui/feedback/error-page';
import { ButtonLink } from '~/ui/text/button-link';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.assessments.$assessmentId.specifications.$requirementId';

export const meta: Route.MetaFunction = ({ loaderData }) =>
  pageTitle(loaderData?.specification.title, t('specifications.title'));

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'assessment:read');
  const path = { id: params.assessmentId };
  const { items, assessment, mayDecide } = await read(
    api.GET('/api/v1/assessments/{id}/specifications', { params: { path } }),
  );
  const specification = items.find(({ requirementId }) => requirementId === params.requirementId);
  if (!specification) throw data(null, { status: 404 });
  return { specification, assessment, mayDecide, next: nextUndecided(items, specification) };
}

export async function action({ request, params }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'assessment:write');
  return actOnSpecification(api, params, form);
}

const ABOUT_EVIDENCE = ['evidence', 'withdraw'];

export default function SpecificationPage({ loaderData, actionData }: Route.ComponentProps) {
  const { specification, assessment, mayDecide, next } = loaderData;
  const base = `/assessments/${assessment.id}/specifications`;
  const intent = actionData?.values.intent ?? '';
  const refusalOf = (...intents: string[]) => (intents.includes(intent) ? (actionData ?? null) : null);
  return (
    <Stack>
      <Section
        title={specification.title}
        actions={
          <>
            <ButtonLink to={base} variant="default" size="xs">
              {t('specifications.title')}
            </ButtonLink>
            {next && (
              <ButtonLink to={`${base}/${next.requirementId}`} variant="default" size="xs">
                {t('specifications.nextUndecided')}
              </ButtonLink>
            )}
          </>
        }
      >
        <SpecificationFacts specification={specification} />
      </Section>
      <QuestionsAbout assessmentId={assessment.id} answers={specification.answers} />
      <EarlierDecision specification={specification} mayDecide={mayDecide} refused={refusalOf('confirm')} />
      <Section title={t('specifications.decision')}>
        {mayDecide ? (
          <SpecificationForm
            key={specification.requirementId}
            assessmentId={assessment.id}
            specification={specification}
            refused={refusalOf('decide')}
          />
        ) : (
          <SpecificationDecision specification={specification} />
        )}
      </Section>
      <SpecificationEvidence
        key={`${specification.requirementId} evidence`}
        decision={specification.decision}
        mayDecide={mayDecide}
        refused={refusalOf(...ABOUT_EVIDENCE)}
      />
    </Stack>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
