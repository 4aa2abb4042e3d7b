import { IconInbox } from '@tabler/icons-react';
import { Link } from 'react-router';
import { read } from '~/api/answers.server';
import type { ItemOf } from '~/api/reply';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { EmptyState } from '~/ui/feedback/empty-state';
import { PageError } from '~/ui/feedback/error-page';
import { DataTable, type Column } from '~/ui/table/data-table';
import { pageOf, pageQuery } from '~/ui/table/page-query';
import { DateText } from '~/ui/text/date-text';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import type { Route } from './+types/_app.mailbox._index';

type Message = ItemOf<'/api/v1/mailbox'>;

export const meta: Route.MetaFunction = () => pageTitle(t('mailbox.title'));

export async function loader({ request }: Route.LoaderArgs) {
  const { api } = await requireAccess(request);
  const list = await read(api.GET('/api/v1/mailbox', { params: { query: pageQuery(request) } }));
  return { messages: list.items, page: pageOf(list, request) };
}

// A function, because words are chosen in the language of the request.
const columns = (): Column<Message>[] => [
  {
    key: 'subject',
    header: t('mailbox.subject'),
    cell: (message) => (
      <>
        <Link to={message.id}>{message.subject}</Link>{' '}
        {message.readAt === null && <StatusBadge tone="info">{t('mailbox.unread')}</StatusBadge>}
      </>
    ),
  },
  { key: 'snippet', header: t('mailbox.snippet'), cell: (message) => message.snippet },
  {
    key: 'receivedAt',
    header: t('mailbox.received'),
    nowrap: true,
    cell: (message) => <DateText at={message.receivedAt} />,
  },
];

export default function Mailbox({ loaderData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title={t('mailbox.title')} lead={t('mailbox.lead')} />
      <Section flush>
        <DataTable
          caption={t('mailbox.title')}
          columns={columns()}
          rows={loaderData.messages}
          rowKey={(message) => message.id}
          page={loaderData.page}
          empty={
            <EmptyState icon={IconInbox} title={t('mailbox.emptyTitle')}>
              {t('mailbox.emptyText')}
            </EmptyState>
          }
        />
      </Section>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
