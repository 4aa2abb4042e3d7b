import { data, redirect } from 'react-router';
import { attempt, ifMatch, read, refused } from '~/api/answers.server';
import { AskedNews } from '~/features/assessments/asked-news';
import { addEvidence, withdrawEvidence } from '~/features/assessments/evidence.server';
import { indents } from '~/features/assessments/gate-words';
import { NotAsked } from '~/features/assessments/not-asked';
import { QuestionCard } from '~/features/assessments/question-card';
import { QuestionJumps } from '~/features/assessments/question-jumps';
import { answerKey, rememberSaved } from '~/features/assessments/saved-versions';
import { SectionEnds } from '~/features/assessments/section-ends';
import { SectionIntro } from '~/features/assessments/section-intro';
import { useFreshOnReturn } from '~/features/assessments/use-fresh-on-return';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { text } from '~/session/read-form.server';
import { requireAccess } from '~/session/require-access.server';
import { PageError } from '~/ui/feedback/error-page';
import { pageTitle } from '~/ui/text/page-title';
import { Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.assessments.$assessmentId.questions.$sectionId';

export const meta: Route.MetaFunction = ({ loaderData }) =>
  pageTitle(loaderData?.section.title, t('assessments.questions'));

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'assessment:read');
  const path = { id: params.assessmentId, sectionId: params.sectionId };
  return {
    section: await read(api.GET('/api/v1/assessments/{id}/sections/{sectionId}', { params: { path } })),
  };
}

export async function action({ request, params }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request);
  const questionId = text(form, 'questionId');
  const here = `/assessments/${params.assessmentId}/questions/${params.sectionId}#${questionId}`;
  switch (form.get('intent')) {
    case 'evidence': {
      const added = await addEvidence(api, { type: 'answer', id: text(form, 'answerId') }, form);
      return added.ok
        ? redirectWithFlash(here, t('assessments.evidenceAdded'))
        : refused(added.problem, form);
    }
    case 'withdraw': {
      const gone = await withdrawEvidence(api, form);
      return gone.ok
        ? redirectWithFlash(here, t('assessments.evidenceWithdrawn'))
        : refused(gone.problem, form);
    }
    default: {
      const version = text(form, 'version');
      const saved = await attempt(
        api.PUT('/api/v1/assessments/{id}/answers/{questionId}', {
          params: { path: { id: params.assessmentId, questionId } },
          headers: version ? ifMatch(version) : undefined,
          body: { optionId: text(form, 'optionId'), notes: text(form, 'notes') },
        }),
      );
      if (!saved.ok) return refused(saved.problem, form);
      // Without scripts the whole page was posted: it comes back where the person was.
      return form.has('whole') ? redirect(here) : data({ questionId, saved: saved.data });
    }
  }
}

export async function clientAction({ serverAction, params }: Route.ClientActionArgs) {
  return rememberSaved(params.assessmentId, await serverAction());
}

export default function Questions({ loaderData, actionData, params }: Route.ComponentProps) {
  const { section } = loaderData;
  const refusal = actionData && 'problem' in actionData ? actionData : null;
  const setIn = indents(section.questions);
  useFreshOnReturn();
  return (
    <Stack>
      <SectionIntro section={section} />
      <QuestionJumps section={section} />
      <AskedNews section={section} />
      {section.questions.map((question) => {
        // What was typed for one analysis does not stay for the next.
        const key = answerKey(params.assessmentId, question.id);
        const place = { question, sectionId: section.id, indent: setIn.get(question.id) ?? 0 };
        return question.heldBy ? (
          <NotAsked key={key} {...place} heldBy={question.heldBy} />
        ) : (
          <QuestionCard
            key={key}
            {...place}
            mayAnswer={section.mayAnswer}
            refused={refusal?.values.questionId === question.id ? refusal : null}
          />
        );
      })}
      <SectionEnds section={section} />
    </Stack>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
