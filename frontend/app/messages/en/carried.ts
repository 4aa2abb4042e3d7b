export const carried = {
  title: 'From the analysis before',
  ratingReasonHint:
    'This one came with the risk. Where you rate it anew, say why it is rated so now: that is its review.',
  lead: 'This risk was carried on with its number, its actions and its history. Its rating counts again once somebody has looked at it.',
  badgeDue: 'Carried over, not reviewed yet',
  badgeReviewed: 'Reviewed',
  identifiedIn: 'First found in',
  fromLabel: 'Carried from',
  earlierInherent: 'Before safeguards, then',
  earlierResidual: 'With safeguards, then',
  earlierRating: 'likelihood {likelihood}, impact {impact}',
  review: 'Review',
  reviewNone: 'Not reviewed in this analysis yet.',
  reviewRate:
    'The scale is another one now, so the old rating does not hold. Rate it anew below: that is its review.',
  reason: 'Reason',
  outcome_confirmed: 'Rating confirmed',
  'outcome_rated-anew': 'Rated anew',
  confirm: 'Confirm the rating',
  confirmTitle: 'Does the rating still hold?',
  confirmText:
    'Your name, the day and your reason go into the report. If it no longer holds, rate it anew instead.',
  confirmReason: 'Why it still holds',
  confirmReasonHint: 'What you looked at: systems, people, incidents, safeguards since then.',
  confirmed: 'R-{number} is reviewed.',
  end_disposed: 'The asset is disposed of',
  end_ended: 'The data flow has ended',
  end_excluded: 'Left out of this analysis',
  endHint: 'If nothing of this risk is left, close it.',
  filter: 'Review',
  filterDue: 'To be reviewed',

  leftTitle: 'Risks of the analysis before',
  left: {
    one: 'One open risk is still in the register of “{from}”, since this analysis was begun before that one could hand it on.',
    other:
      '{count} open risks are still in the register of “{from}”, since this analysis was begun before that one could hand them on.',
  },
  leftText:
    'They come with their numbers, their actions and their history, each to be reviewed again. One that you entered here anew is closed there and goes on under its new number.',
  take: 'Take over its register',
  taken: 'The register was taken over.',

  // The page that reviews several
  pageTitle: 'Review carried risks',
  pageLead:
    'These risks came from the analysis before. Tick those whose rating still holds for the same reason; open one to rate it anew or to close it.',
  pageEmptyTitle: 'Every carried risk is reviewed',
  pageEmptyText:
    'What comes from an earlier analysis is shown here until somebody has said why its rating holds.',
  pageEmptyLink: 'To the register',
  waiting: { one: 'One risk waits', other: '{count} risks wait' },
  choose: 'Choose {risk}',
  chooseLegend: 'Risks whose rating still holds',
  cannotConfirm: 'Has no rating on this scale: open it to rate it.',
  confirmChosen: 'Confirm the ticked ones',
  confirmedMany: { one: 'One risk is reviewed.', other: '{count} risks are reviewed.' },
  leftOver: {
    one: 'One more was changed meanwhile or cannot be confirmed: it is still here.',
    other: '{count} more were changed meanwhile or cannot be confirmed: they are still here.',
  },

  // Where the register has gone
  carriedOn:
    'The open risks and actions of this analysis were carried on into {next}. What was signed is in its documents.',
  carriedOnMap: 'The heat map shows them as they were signed.',
  unreviewed: { one: 'one to review', other: '{count} to review' },
} as const;
