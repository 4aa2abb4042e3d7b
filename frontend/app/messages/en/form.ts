export const form = {
  optional: 'optional',
  choose: 'Choose',
  showPassword: 'Show the password',
  chooseFile: 'Choose a file',
} as const;
