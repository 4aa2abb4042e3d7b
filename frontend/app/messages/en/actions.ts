export const actions = {
  copy: 'Copy',
  copied: 'Copied',
  dismiss: 'Dismiss',
  undo: 'Undo',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  saving: 'Saving',
  open: 'Open',
  more: 'More',
} as const;
