export const session = {
  idleTitle: 'Are you still there?',
  idleText: 'Nothing has happened here for a while. To protect patient data you will be signed out in',
  idleDrafts: 'What you typed stays in this tab and comes back when you sign in again.',
  stay: 'Stay signed in',
  draftRestored: 'We brought back what you typed at {time}, before you left this form.',
  draftDiscard: 'Discard it',
  signedOut: 'You are signed out.',
  switched: 'You are now working in {organization}.',
} as const;
