export const gates = {
  question: 'question {name}',
  follows: 'Asked because of {question}',
  notAsked: 'Not asked, because {question} was answered “{answer}”',
  waiting: 'Not asked yet: the answer to {question} decides',
  goTo: 'Go to {question}',
  kept: 'This answer by {person} is kept and does not count now:',
  typedKept: 'You had begun to write here. It comes back when this is asked again.',
  nowAsked: { one: 'Question {numbers} is asked now.', other: 'Questions {numbers} are asked now.' },
  noLongerAsked: {
    one: 'Question {numbers} is not asked any more.',
    other: 'Questions {numbers} are not asked any more.',
  },
  notAskedHere: {
    one: 'One question here is not asked, because of another answer.',
    other: '{count} questions here are not asked, because of other answers.',
  },
  leftOut: {
    one: 'one more is not asked, by your answers',
    other: '{count} more are not asked, by your answers',
  },
  state_asked: 'No answer yet',
  state_waiting: 'Not asked yet',
  'state_not-asked': 'Not asked',
} as const;
