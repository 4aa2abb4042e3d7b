export const form = {
  optional: 'optional',
  choose: 'Choose',
  tooLong: {
    one: 'This is one character too long. At most {most} fit.',
    other: 'This is {count} characters too long. At most {most} fit.',
  },
  fileTooLarge: 'This file has {size} MB. At most {most} MB can be sent.',
  fileFarTooLarge: 'This file is too large. At most {most} MB can be sent.',
  showPassword: 'Show the password',
} as const;
