import { IconInbox } from '@tabler/icons-react';
import { read } from '~/api/answers.server';
import { MessageList } from '~/features/mailbox/message-list';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { EmptyState } from '~/ui/feedback/empty-state';
import { PageError } from '~/ui/feedback/error-page';
import { pageOf, pageQuery } from '~/ui/table/page-query';
import { TableFooter } from '~/ui/table/table-footer';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section } from '~/ui/text/section';
import type { Route } from './+types/_app.mailbox._index';

export const meta: Route.MetaFunction = () => pageTitle(t('mailbox.title'));

export async function loader({ request }: Route.LoaderArgs) {
  const { api } = await requireAccess(request);
  const [list, work] = await Promise.all([
    read(api.GET('/api/v1/mailbox', { params: { query: pageQuery(request) } })),
    read(api.GET('/api/v1/my-work')),
  ]);
  return { messages: list.items, page: pageOf(list, request), nextStep: work.nextStep };
}

export default function Mailbox({ loaderData }: Route.ComponentProps) {
  const { messages, page, nextStep } = loaderData;
  return (
    <>
      <PageHeader title={t('mailbox.title')} lead={t('mailbox.lead')} nextStep={nextStep} />
      <Section flush>
        {messages.length === 0 && !page.isLaterPage ? (
          <EmptyState icon={IconInbox} title={t('mailbox.emptyTitle')}>
            {t('mailbox.emptyText')}
          </EmptyState>
        ) : (
          <>
            <MessageList messages={messages} />
            <TableFooter page={page} />
          </>
        )}
      </Section>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
