import { optionalText, text } from '~/session/read-form.server';
import type { RiskStatus, Treatment } from './words';

/** The whole form of a risk as the API takes it. */
export function riskFromForm(form: FormData) {
  return {
    title: text(form, 'title'),
    description: text(form, 'description'),
    inherentLikelihood: optionalText(form, 'inherentLikelihood'),
    inherentImpact: optionalText(form, 'inherentImpact'),
    safeguards: text(form, 'safeguards'),
    safeguardIds: form.getAll('safeguardIds').map(String),
    residualLikelihood: optionalText(form, 'residualLikelihood'),
    residualImpact: optionalText(form, 'residualImpact'),
    ratingReason: text(form, 'ratingReason'),
    treatment: optionalText(form, 'treatment') as Treatment | null,
    treatmentReason: text(form, 'treatmentReason'),
    ownerId: optionalText(form, 'ownerId'),
  };
}

export function statusFromForm(form: FormData): { status: RiskStatus } {
  return { status: text(form, 'status') as RiskStatus };
}
