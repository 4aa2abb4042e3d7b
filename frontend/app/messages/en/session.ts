export const session = {
  idleTitle: 'Are you still there?',
  idleText: 'Nothing has happened here for a while. To protect patient data you will be signed out in',
  idleDrafts: 'What you typed stays in this tab and comes back when you sign in again.',
  stay: 'Stay signed in',
  draftRestored: 'We brought back what you typed at {time}, before you left this form.',
  draftDiscard: 'Discard it',
  connectionTitle: 'The server does not answer',
  connectionAsked: 'The page you asked for did not come. This one stays as it is, with what you typed.',
  connectionSent:
    'What you typed is still in the form. It may have been saved or not: look in a new tab, then send it again, or go on elsewhere.',
  connectionAskAgain: 'Try again',
  connectionSendAgain: 'Send it again',
  signedOut: 'You are signed out.',
  switched: 'You are now working in {organization}.',
} as const;
