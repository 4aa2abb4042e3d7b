import { read } from '~/api/answers.server';
import { t } from '~/messages';
import { requireAccess } from '~/session/require-access.server';
import { PageError } from '~/ui/feedback/error-page';
import { ButtonLink } from '~/ui/text/button-link';
import { DateText } from '~/ui/text/date-text';
import { LinkedText } from '~/ui/text/linked-text';
import { PageHeader } from '~/ui/text/page-header';
import { pageTitle } from '~/ui/text/page-title';
import { Section } from '~/ui/text/section';
import type { Route } from './+types/_app.mailbox.$messageId';

export const meta: Route.MetaFunction = ({ loaderData }) => pageTitle(loaderData?.message.subject);

export async function loader({ request, params }: Route.LoaderArgs) {
  const { api } = await requireAccess(request);
  const path = { id: params.messageId };
  return {
    message: await read(api.GET('/api/v1/mailbox/{id}', { params: { path } })),
    ownOrigin: process.env.PUBLIC_URL ?? new URL(request.url).origin,
  };
}

export default function MailboxMessage({ loaderData }: Route.ComponentProps) {
  const { message, ownOrigin } = loaderData;
  return (
    <>
      <PageHeader
        title={message.subject}
        trail={[{ to: '/mailbox', label: t('mailbox.title') }]}
        lead={<DateText at={message.receivedAt} />}
        actions={message.href && <ButtonLink to={message.href}>{t('actions.open')}</ButtonLink>}
      />
      <Section>
        <LinkedText text={message.text} ownOrigin={ownOrigin} />
      </Section>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
