import { data } from 'react-router';
import { attempt, ifMatch, read, refused } from '~/api/answers.server';
import {
  QuestionsAbout,
  SpecificationDecision,
  SpecificationFacts,
} from '~/features/assessments/specification-facts';
import { SpecificationForm } from '~/features/assessments/specification-form';
import type { AddressableDecision, Specification } from '~/features/assessments/specification-words';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { text } from '~/session/read-form.server';
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
  const path = { id: params.assessmentId, requirementId: params.requirementId };
  const saved = await attempt(
    api.PUT('/api/v1/assessments/{id}/specifications/{requirementId}', {
      params: { path },
      headers: ifMatch(form.get('version')),
      body: {
        // What nobody chose is refused at its field.
        decision: text(form, 'decision') as AddressableDecision,
        measure: text(form, 'measure'),
        reasoning: text(form, 'reasoning'),
      },
    }),
  );
  if (!saved.ok) return refused(saved.problem, form);
  const { items } = saved.data;
  const here = items.find(({ requirementId }) => requirementId === params.requirementId);
  const next = here && nextUndecided(items, here);
  const base = `/assessments/${params.assessmentId}/specifications`;
  const words = t('specifications.saved', { title: here?.title ?? '' });
  return redirectWithFlash(
    next ? `${base}/${next.requirementId}` : base,
    next ? words : t('specifications.allDecided'),
  );
}

/** The next one in the order of the rule that nobody decided, from the first again after the last. */
function nextUndecided(items: Specification[], from: Specification): Specification | null {
  const place = items.indexOf(from);
  const inOrder = [...items.slice(place + 1), ...items.slice(0, place)];
  return inOrder.find(({ decision }) => decision === null) ?? null;
}

export default function SpecificationPage({ loaderData, actionData }: Route.ComponentProps) {
  const { specification, assessment, mayDecide, next } = loaderData;
  const base = `/assessments/${assessment.id}/specifications`;
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
      <Section title={t('specifications.decision')}>
        {mayDecide ? (
          <SpecificationForm
            key={specification.requirementId}
            assessmentId={assessment.id}
            specification={specification}
            refused={actionData}
          />
        ) : (
          <SpecificationDecision specification={specification} />
        )}
      </Section>
    </Stack>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
