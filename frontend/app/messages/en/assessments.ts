export const assessments = {} as const;
