import { IconChecklist } from '@tabler/icons-react';
import { read } from '~/api/answers.server';
import { FirstSteps } from '~/features/work/first-steps';
import { WorkSection } from '~/features/work/work-section';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { EmptyState } from '~/ui/feedback/empty-state';
import { PageError } from '~/ui/feedback/error-page';
import { ButtonLink } from '~/ui/text/button-link';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import type { Route } from './+types/_app._index';

export const meta: Route.MetaFunction = () => pageTitle(t('work.title'));

export async function loader({ request }: Route.LoaderArgs) {
  const { api, session } = await requireAccess(request);
  return { work: await read(api.GET('/api/v1/my-work')), today: session.today };
}

export default function MyWork({ loaderData }: Route.ComponentProps) {
  const { work, today } = loaderData;
  const seesAssets = useCan('asset:read');
  const works = useCan('action:work');
  const nothing = work.overdue.length + work.due.length + work.waiting.length === 0;
  return (
    <>
      <PageHeader title={t('work.title')} lead={t('work.greeting')} nextStep={work.nextStep} />
      {work.firstSteps && <FirstSteps steps={work.firstSteps} />}
      {nothing && !work.firstSteps && (
        <Section flush>
          <EmptyState
            icon={IconChecklist}
            title={t('work.emptyTitle')}
            actions={
              works
                ? seesAssets && <ButtonLink to="/inventory">{t('work.emptyAction')}</ButtonLink>
                : seesAssets && <ButtonLink to="/assessments">{t('work.emptyActionReader')}</ButtonLink>
            }
          >
            {emptyText(works, seesAssets)}
          </EmptyState>
        </Section>
      )}
      {!nothing && (
        <Stack>
          <WorkSection
            title={t('work.overdue')}
            tone="bad"
            items={work.overdue}
            today={today}
            empty={t('work.overdueEmpty')}
          />
          <WorkSection
            title={t('work.due')}
            tone="warn"
            items={work.due}
            today={today}
            empty={t('work.dueEmpty')}
            dated
          />
          <WorkSection
            title={t('work.waiting')}
            tone="info"
            items={work.waiting}
            today={today}
            empty={t('work.waitingEmpty')}
          />
        </Stack>
      )}
    </>
  );
}

function emptyText(works: boolean, seesAssets: boolean): string {
  if (!works) return t('work.emptyTextReader');
  return seesAssets ? t('work.emptyText') : t('work.emptyTextStaff');
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
