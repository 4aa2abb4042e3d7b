import { redirect } from 'react-router';
import { read } from '~/api/answers.server';
import { typedNumber } from '~/api/typed-number';
import { readHistory } from '~/features/audit/read-history.server';
import { RecordHistory } from '~/features/audit/record-history';
import { ActionDependencies } from '~/features/remediation/action-dependencies';
import { ActionEffects } from '~/features/remediation/action-effects';
import { ActionEvidence } from '~/features/remediation/action-evidence';
import { ActionFacts } from '~/features/remediation/action-facts';
import { ActionHistory } from '~/features/remediation/action-history';
import { ActionLessons } from '~/features/remediation/action-lessons';
import { ActionMoves } from '~/features/remediation/action-moves';
import { actionNextStep } from '~/features/remediation/action-next-step';
import { ActionPlanForm, ActionSpentForm } from '~/features/remediation/action-plan-form';
import { choicesFor } from '~/features/remediation/choices.server';
import { Milestones } from '~/features/remediation/milestones';
import { actOnAction } from '~/features/remediation/act-on-action.server';
import { ACTION_TONE, actionNumber, actionStatusWord } from '~/features/remediation/words';
import { loadOwners } from '~/features/organization/owners.server';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { ErrorPanel } from '~/ui/feedback/error-panel';
import { PageError } from '~/ui/feedback/error-page';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import type { Route } from './+types/_app.plan.$actionId';

export const meta: Route.MetaFunction = ({ loaderData }) =>
  pageTitle(loaderData?.action.title, t('remediation.title'));

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api, session } = await requireAccess(request, 'action:read');
  const q = typedNumber(params.actionId, 'A');
  const named =
    q && (await read(api.GET('/api/v1/actions', { params: { query: { q, limit: 1 } } }))).items[0];
  if (named) throw redirect(`/plan/${named.id}`);
  const [action, lessons, colleagues, history] = await Promise.all([
    read(api.GET('/api/v1/actions/{id}', { params: { path: { id: params.actionId } } })),
    read(api.GET('/api/v1/lessons', { params: { query: { actionId: params.actionId, limit: 50 } } })),
    loadOwners(api),
    readHistory(api, request, 'remediation-action', params.actionId),
  ]);
  const choices = await choicesFor(api, action);
  return { action, lessons: lessons.items, colleagues, history, choices, today: session.today };
}

export async function action({ request, params }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'action:work');
  return actOnAction(api, params.actionId, form);
}

/** Buttons that stand alone; forms and questions show a refusal where it was typed. */
const PRESSED = ['start', 'milestone-done', 'milestone-removal', 'effect-removal', 'dependency-removal'];

export default function ActionPage({ loaderData, actionData }: Route.ComponentProps) {
  const { action, lessons, colleagues, history, choices, today } = loaderData;
  const seesPlan = useCan('plan:read');
  const refusalOf = (intent: string) => (actionData?.values.intent === intent ? actionData : null);
  const elsewhere =
    actionData && PRESSED.includes(actionData.values.intent ?? '') ? actionData.problem : null;
  const may = (what: (typeof action.allowedActions)[number]) => action.allowedActions.includes(what);
  // What is done was done as planned; evidence may still come, steps may not.
  const isUnfinished = action.status === 'planned' || action.status === 'in-progress';
  const mayPlan = may('update') && isUnfinished;
  return (
    <>
      <PageHeader
        title={`${actionNumber(action.number)} ${action.title}`}
        trail={seesPlan ? [{ to: '/plan', label: t('remediation.title') }] : undefined}
        badge={
          <StatusBadge tone={action.overdue ? 'bad' : ACTION_TONE[action.status]}>
            {action.overdue ? t('remediation.overdue') : actionStatusWord(action.status)}
          </StatusBadge>
        }
        nextStep={actionNextStep(action)}
        actions={<ActionMoves action={action} today={today} />}
      />
      <Stack>
        {elsewhere && <ErrorPanel problem={elsewhere} changing />}
        <Section title={t('remediation.facts')}>
          <ActionFacts action={action} />
        </Section>
        <ActionEffects
          action={action}
          mayPlan={mayPlan}
          choices={choices.risks}
          refused={actionData ?? null}
        />
        <ActionDependencies
          action={action}
          mayPlan={mayPlan}
          choices={choices.actions}
          refused={refusalOf('dependency')}
        />
        <Milestones
          action={action}
          mayPlan={mayPlan}
          mayWork={may('work') && isUnfinished}
          today={today}
          refused={refusalOf('milestone')}
        />
        <ActionEvidence action={action} mayWork={may('work')} refused={refusalOf('evidence')} />
        <ActionLessons
          lessons={lessons}
          mayTeach={may('teach')}
          colleagues={colleagues}
          refused={refusalOf('lesson')}
        />
        {mayPlan && <ActionPlanForm action={action} colleagues={colleagues} refused={refusalOf('plan')} />}
        {may('update') && !mayPlan && <ActionSpentForm action={action} refused={refusalOf('spent')} />}
        {action.history.length + action.dueMoves.length > 0 && (
          <Section title={t('remediation.history')}>
            <ActionHistory action={action} />
          </Section>
        )}
        <RecordHistory recordId={action.id} history={history} />
      </Stack>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
