import { IconCircleCheck } from '@tabler/icons-react';
import { read } from '~/api/answers.server';
import { only } from '~/api/only';
import { confirmReviews } from '~/features/risks/review-actions.server';
import { ReviewList } from '~/features/risks/review-list';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { useCan } from '~/session/session';
import { EmptyState } from '~/ui/feedback/empty-state';
import { PageError } from '~/ui/feedback/error-page';
import { AppForm } from '~/ui/form/app-form';
import { TextAreaField } from '~/ui/form/fields';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { TableFooter } from '~/ui/table/table-footer';
import { pageOf } from '~/ui/table/page-query';
import { ButtonLink } from '~/ui/text/button-link';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section, Stack } from '~/ui/text/section';
import type { Route } from './+types/_app.risks.review';

export const meta: Route.MetaFunction = () => pageTitle(t('carried.pageTitle'), t('risks.title'));

export async function loader({ request }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'risk:read');
  const search = new URL(request.url).searchParams;
  const query = {
    review: 'due' as const,
    assessmentId: search.get('assessmentId') || undefined,
    cursor: search.get('cursor') ?? undefined,
    limit: 50,
  };
  const list = await read(api.GET('/api/v1/risks', { params: { query } }));
  return {
    risks: list.items.map((risk) => ({
      ...only(risk, 'id', 'version', 'number', 'title', 'status', 'subject', 'subjectEnd'),
      ...only(risk, 'inherentLevel', 'residualLevel'),
    })),
    page: pageOf(list, request),
    total: list.total,
    register: query.assessmentId ? `/risks?assessmentId=${query.assessmentId}` : '/risks',
  };
}

export async function action({ request }: Route.ActionArgs) {
  const { api, form } = await requireAccess(request, 'risk:write');
  const { pathname, search } = new URL(request.url);
  return confirmReviews(api, `${pathname}${search}`.replace(/\.data(?=\?|$)/, ''), form);
}

export default function ReviewCarried({ loaderData, actionData }: Route.ComponentProps) {
  const { risks, page, total, register } = loaderData;
  const mayReview = useCan('risk:write');
  const trail = [{ to: register, label: t('risks.title') }];
  if (risks.length === 0) {
    return (
      <>
        <PageHeader title={t('carried.pageTitle')} trail={trail} />
        <EmptyState
          icon={IconCircleCheck}
          title={t('carried.pageEmptyTitle')}
          actions={<ButtonLink to={register}>{t('carried.pageEmptyLink')}</ButtonLink>}
        >
          {t('carried.pageEmptyText')}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t('carried.pageTitle')} trail={trail} lead={t('carried.pageLead')} />
      <Stack>
        <Section title={t('carried.waiting', { count: total })}>
          <AppForm refused={actionData} label={t('carried.pageTitle')}>
            <ReviewList risks={risks} mayReview={mayReview} />
            {mayReview && (
              <>
                <TextAreaField
                  name="reason"
                  label={t('carried.confirmReason')}
                  hint={t('carried.confirmReasonHint')}
                  rows={3}
                  maxLength={2_000}
                  required
                />
                <FormActions>
                  <SubmitButton>{t('carried.confirmChosen')}</SubmitButton>
                </FormActions>
              </>
            )}
          </AppForm>
        </Section>
        {(page.nextCursor || page.isLaterPage) && <TableFooter page={page} />}
      </Stack>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
