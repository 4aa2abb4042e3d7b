import type { Provider, Type } from '@nestjs/common';

/** Assessments, questionnaire, answers, evidence, findings and proposals. */
export const assessmentControllers: Type[] = [];
export const assessmentProviders: Provider[] = [];
