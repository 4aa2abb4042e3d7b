export const terms = {
  title: 'Words explained',
  lead: 'The words of the regulation in plain English. The regulation decides; the citation leads to it.',
  loading: 'Looking it up',
} as const;
