export const terms = {
  title: 'Words explained',
  lead: 'The words of the regulation in plain English. The regulation decides; the citation leads to it.',
  filter: 'Find a word',
  loading: 'Looking it up',
  all: 'All words explained',
} as const;
