import { Link, NavLink, Outlet } from 'react-router';
import { read } from '~/api/answers.server';
import { stepOnPage } from '~/features/assessments/step-on-page';
import { STATUS_TONE, statusWord } from '~/features/assessments/words';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { PageError } from '~/ui/feedback/error-page';
import { Tabs } from '~/ui/shell/tabs';
import { PageHeader } from '~/ui/text/page-header';
import { StatusBadge } from '~/ui/text/status-badge';
import type { Route } from './+types/_app.assessments.$assessmentId';

/** The frame of one assessment: its name, its parts, and the step that is due next. */
export async function loader({ request, params }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'assessment:read');
  const path = { id: params.assessmentId };
  return { assessment: await read(api.GET('/api/v1/assessments/{id}', { params: { path } })) };
}

export default function AssessmentFrame({ loaderData, matches }: Route.ComponentProps) {
  const { assessment } = loaderData;
  const mayBegin = useCan('assessment:write');
  const base = `/assessments/${assessment.id}`;
  const firstOpen =
    assessment.sections.find(({ answered, total }) => answered < total) ?? assessment.sections[0];
  const here = matches.at(-1)?.pathname.replace(/\/$/, '');
  return (
    <>
      <PageHeader
        title={assessment.title}
        trail={[{ to: '/assessments', label: t('assessments.title') }]}
        badge={
          <StatusBadge tone={STATUS_TONE[assessment.status]}>{statusWord(assessment.status)}</StatusBadge>
        }
        nextStep={stepOnPage(assessment, mayBegin)}
      />
      <Tabs label={t('assessments.parts')}>
        <NavLink to={base} end>
          {t('assessments.overview')}
        </NavLink>
        <NavLink to={`${base}/scope`}>{t('assessments.scopeTab')}</NavLink>
        {firstOpen && (
          // Not a NavLink, which knows of its own address only: the tab stands for every section.
          <Link
            to={`${base}/questions/${firstOpen.id}`}
            aria-current={here?.startsWith(`${base}/questions`) ? 'page' : undefined}
          >
            {t('assessments.questions')}
          </Link>
        )}
        <NavLink to={`${base}/findings`}>{t('assessments.findingsTab')}</NavLink>
        <NavLink to={`${base}/specifications`}>{t('specifications.tab')}</NavLink>
        <NavLink to={`${base}/proposals`}>{t('assessments.threats')}</NavLink>
        <NavLink to={`/risks?assessmentId=${assessment.id}`}>{t('assessments.risks')}</NavLink>
        {assessment.previous && <NavLink to={`${base}/changes`}>{t('changes.tab')}</NavLink>}
        <NavLink to={`${base}/sign-off`}>{t('assessments.signOff')}</NavLink>
      </Tabs>
      <Outlet />
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
