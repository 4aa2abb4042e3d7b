export const mailbox = {
  title: 'Mailbox',
  lead: 'Messages that Part164 sends you. With no mail server set up they arrive only here.',
  unread: 'Unread',
  emptyTitle: 'No messages yet',
  emptyText:
    'Reminders of due dates, requests to confirm a colleague’s work and notices about your account arrive here.',
} as const;
