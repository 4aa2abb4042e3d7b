import type { ItemOf } from '~/api/reply';
import { t } from '~/messages';
import { ConfirmDialog } from '~/ui/feedback/confirm-dialog';
import { EmptyState } from '~/ui/feedback/empty-state';
import { DataTable, type Column } from '~/ui/table/data-table';
import { DateText } from '~/ui/text/date-text';

type Invitation = ItemOf<'/api/v1/invitations'>;

export function InvitationTable({ invitations }: { invitations: Invitation[] }) {
  const columns: Column<Invitation>[] = [
    { key: 'name', header: t('settings.person'), cell: (invitation) => invitation.name },
    { key: 'role', header: t('settings.role'), nowrap: true, cell: (invitation) => invitation.roleLabel },
    { key: 'email', header: t('settings.email'), cell: (invitation) => invitation.email },
    {
      key: 'inviter',
      header: t('settings.invitedBy'),
      nowrap: true,
      cell: (invitation) => invitation.inviterName,
    },
    {
      key: 'expires',
      header: t('settings.expires'),
      nowrap: true,
      cell: (invitation) => <DateText at={invitation.expiresAt} />,
    },
    {
      key: 'withdraw',
      header: t('settings.withdraw'),
      hideHeader: true,
      align: 'end',
      cell: ({ id, name }) => (
        <ConfirmDialog
          label={t('settings.withdraw')}
          size="xs"
          title={t('settings.withdrawTitle', { name })}
          consequence={t('settings.withdrawText')}
          confirmLabel={t('settings.withdraw')}
          tone="danger"
          fields={{ intent: 'withdraw', id }}
        />
      ),
    },
  ];
  return (
    <DataTable
      plain
      caption={t('settings.invitations')}
      columns={columns}
      rows={invitations}
      rowKey={(invitation) => invitation.id}
      empty={<EmptyState title={t('settings.noInvitations')}>{t('settings.inviteLead')}</EmptyState>}
    />
  );
}
