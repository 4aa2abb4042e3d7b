/** The four factors, in the order of 45 CFR 164.402. */
export const FACTORS = ['nature', 'recipient', 'acquired', 'mitigated'] as const;
export const PROTECTIONS = ['unsecured', 'encrypted', 'destroyed'] as const;
export const KEY_ANSWERS = ['yes', 'unknown', 'no'] as const;
export const EXCEPTIONS = ['none', 'unintentional', 'inadvertent', 'not-retained'] as const;
export const CONCLUSIONS = ['breach', 'low-probability', 'exception', 'secured'] as const;
