export const work = {
  title: 'My work',
  greeting: 'What is due, and whose turn it is',
  overdue: 'Overdue',
  due: 'Due',
  waiting: 'Waiting for others',
  overdueEmpty: 'Nothing is overdue.',
  dueEmpty: 'Nothing is due in the next weeks.',
  waitingEmpty: 'Nobody keeps you waiting.',
  open: 'Open',
  openItem: 'Open: {title}',
  noDate: 'No date',
  emptyTitle: 'Your desk is clear',
  emptyText:
    'Tasks arrive here by themselves: questions of an assessment, risks to decide, actions with a date, things to confirm for a colleague. Start with what holds patient data.',
  emptyTextStaff:
    'Tasks arrive here by themselves: an action that somebody gives you, or a message to read. There is nothing to do now.',
  emptyAction: 'Open the inventory',
  overdueBy: { one: 'Overdue by one day', other: 'Overdue by {count} days' },
  dueIn: { one: 'Due in one day', other: 'Due in {count} days' },
  dueToday: 'Due today',
} as const;
