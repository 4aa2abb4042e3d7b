export const palette = {
  open: 'Search or go to',
  keys: 'Ctrl K',
  title: 'Go to a page or start something',
  label: 'Page or action',
  placeholder: 'Type a page or an action',
  go: 'Go to',
  create: 'Start',
  none: 'Nothing of that name. Try the word in the menu, such as “risk” or “site”.',
  results: { one: 'One result', other: '{count} results' },
} as const;
