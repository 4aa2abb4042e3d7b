import { Link } from 'react-router';
import { read } from '~/api/answers.server';
import { readHistory } from '~/features/audit/read-history.server';
import { RecordHistory } from '~/features/audit/record-history';
import { actOnLesson } from '~/features/remediation/act-on-lesson.server';
import { LessonFields } from '~/features/remediation/lesson-fields';
import { LessonMoves } from '~/features/remediation/lesson-moves';
import { LESSON_TONE, lessonKindWord, lessonState, type Lesson } from '~/features/remediation/lesson-words';
import { actionName } from '~/features/remediation/words';
import { loadOwners } from '~/features/organization/owners.server';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { ErrorPanel } from '~/ui/feedback/error-panel';
import { PageError } from '~/ui/feedback/error-page';
import { AppForm } from '~/ui/form/app-form';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { DateText } from '~/ui/text/date-text';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Facts, Section, Stack } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import type { Route } from './+types/_app.plan.lessons.$lessonId';

export const meta: Route.MetaFunction = ({ loaderData }) =>
  pageTitle(loaderData?.lesson.title, t('lessons.title'));

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api, session } = await requireAccess(request, 'action:read');
  const [lesson, colleagues, history] = await Promise.all([
    read(api.GET('/api/v1/lessons/{id}', { params: { path: { id: params.lessonId } } })),
    loadOwners(api),
    readHistory(api, request, 'remediation-lesson', params.lessonId),
  ]);
  return { lesson, colleagues, history, today: session.today };
}

export async function action({ request, params }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'action:work');
  return actOnLesson(api, params.lessonId, form);
}

export default function LessonPage({ loaderData, actionData }: Route.ComponentProps) {
  const { lesson, colleagues, history, today } = loaderData;
  const seesPlan = useCan('plan:read');
  const state = lessonState(lesson);
  const intent = actionData?.values.intent;
  return (
    <>
      <PageHeader
        title={lesson.title}
        trail={seesPlan ? [{ to: '/plan/lessons', label: t('lessons.title') }] : undefined}
        badge={<StatusBadge tone={LESSON_TONE[state]}>{t(`lessons.state_${state}`)}</StatusBadge>}
        lead={lessonKindWord(lesson.kind)}
        actions={<LessonMoves lesson={lesson} today={today} />}
      />
      <Stack>
        {actionData && intent === 'tick' && <ErrorPanel problem={actionData.problem} changing />}
        <Section title={t('lessons.facts')}>
          <LessonFacts lesson={lesson} />
        </Section>
        {lesson.allowedActions.includes('update') && (
          <Section title={t('lessons.change')}>
            <AppForm
              refused={intent === 'update' ? actionData : undefined}
              intent="update"
              version={lesson.version}
              label={t('lessons.change')}
            >
              <LessonFields lesson={lesson} colleagues={colleagues} />
              <FormActions>
                <SubmitButton>{t('lessons.save')}</SubmitButton>
              </FormActions>
            </AppForm>
          </Section>
        )}
        <RecordHistory recordId={lesson.id} history={history} />
      </Stack>
    </>
  );
}

function LessonFacts({ lesson }: { lesson: Lesson }) {
  const { action, owner, dueOn, doneOn, recordedBy } = lesson;
  const from = actionName(action);
  const rows = [
    {
      name: t('lessons.from'),
      value: action.title === null ? from : <Link to={`/plan/${action.id}`}>{from}</Link>,
    },
    { name: t('lessons.owner'), value: owner.name },
    { name: t('lessons.due'), value: <DateText on={dueOn} /> },
    ...(doneOn ? [{ name: t('lessons.doneOn'), value: <DateText on={doneOn} /> }] : []),
    { name: t('lessons.recordedBy'), value: recordedBy.name },
  ];
  return <Facts rows={rows} />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
