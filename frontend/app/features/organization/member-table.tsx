import { Link } from 'react-router';
import type { ItemOf } from '~/api/reply';
import { t } from '~/messages';
import { DataTable, type Column } from '~/ui/table/data-table';
import { DateText } from '~/ui/text/date-text';
import { StatusBadge } from '~/ui/text/status-badge';

type Member = ItemOf<'/api/v1/members'>;

export function MemberTable({ members, mayWrite }: { members: Member[]; mayWrite: boolean }) {
  const columns: Column<Member>[] = [
    {
      key: 'name',
      header: t('settings.person'),
      cell: (member) => (mayWrite ? <Link to={member.id}>{member.name}</Link> : member.name),
    },
    { key: 'role', header: t('settings.role'), nowrap: true, cell: (member) => member.roleLabel },
    { key: 'email', header: t('settings.email'), cell: (member) => member.email },
    {
      key: 'joined',
      header: t('settings.joined'),
      nowrap: true,
      cell: (member) => <DateText at={member.joinedAt} time="none" />,
    },
    {
      key: 'status',
      header: t('settings.status'),
      cell: (member) =>
        member.active ? (
          <StatusBadge tone="good">{t('settings.active')}</StatusBadge>
        ) : (
          <StatusBadge>{t('settings.ended')}</StatusBadge>
        ),
    },
  ];
  return (
    <DataTable
      caption={t('settings.members')}
      files={{ list: '/api/v1/members', filters: {} }}
      columns={columns}
      rows={members}
      rowKey={(member) => member.id}
      empty={null}
    />
  );
}
