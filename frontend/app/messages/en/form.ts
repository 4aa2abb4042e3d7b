export const form = {
  optional: 'optional',
  choose: 'Choose',
  showPassword: 'Show the password',
} as const;
