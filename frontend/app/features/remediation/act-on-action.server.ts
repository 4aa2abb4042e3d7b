import { attempt, ifMatch, refused } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import type { ApiProblem } from '~/api/problem';
import { addEvidence, withdrawEvidence } from '~/features/assessments/evidence.server';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { optionalCents, optionalText, text } from '~/session/read-form.server';
import { planFromForm } from './action-from-form.server';
import { lessonFrom } from './lesson-form.server';
import {
  addDependency,
  addEffect,
  decisionsFrom,
  removeDependency,
  removeEffect,
  setEffect,
} from './relate-action.server';
import type { Action } from './words';

type Outcome = { ok: true; data: unknown } | { ok: false; problem: ApiProblem };
type Work = (api: Api, id: string, form: FormData) => Promise<Outcome>;
type Words = (number: string) => string;

/** What the page of an action can do: each intent with its call and the word that follows. */
const INTENTS: Record<string, [work: Work, words: Words]> = {
  plan: [changePlan, (number) => t('remediation.saved', { number })],
  spent: [changeSpent, (number) => t('remediation.saved', { number })],
  start: [
    (api, id, form) => attempt(api.POST('/api/v1/actions/{id}/start', at(id, form))),
    (number) => t('remediation.started', { number }),
  ],
  completion: [complete, (number) => t('remediation.completed', { number })],
  validation: [
    (api, id, form) =>
      attempt(
        api.POST('/api/v1/actions/{id}/validation', {
          ...at(id, form),
          body: { note: text(form, 'note'), risks: decisionsFrom(form) },
        }),
      ),
    (number) => t('remediation.validated', { number }),
  ],
  cancellation: [
    (api, id, form) =>
      attempt(
        api.POST('/api/v1/actions/{id}/cancellation', {
          ...at(id, form),
          body: { reason: text(form, 'reason') },
        }),
      ),
    (number) => t('remediation.cancelled', { number }),
  ],
  reopening: [
    (api, id, form) =>
      attempt(
        api.POST('/api/v1/actions/{id}/reopening', {
          ...at(id, form),
          body: { reason: text(form, 'reason') },
        }),
      ),
    (number) => t('remediation.reopened', { number }),
  ],
  effect: [setEffect, () => t('effects.saved')],
  'effect-new': [addEffect, () => t('effects.added')],
  'effect-removal': [removeEffect, () => t('effects.removed')],
  dependency: [addDependency, () => t('effects.dependencyAdded')],
  'dependency-removal': [removeDependency, () => t('effects.dependencyRemoved')],
  lesson: [
    (api, id, form) =>
      attempt(api.POST('/api/v1/actions/{id}/lessons', { params: { path: { id } }, body: lessonFrom(form) })),
    () => t('lessons.recorded'),
  ],
  milestone: [addMilestone, () => t('remediation.milestoneAdded')],
  'milestone-done': [tickMilestone, () => t('remediation.milestoneChanged')],
  'milestone-removal': [removeMilestone, () => t('remediation.milestoneRemoved')],
  evidence: [
    (api, id, form) => addEvidence(api, { type: 'action', id }, form),
    () => t('assessments.evidenceAdded'),
  ],
  withdraw: [(api, _id, form) => withdrawEvidence(api, form), () => t('assessments.evidenceWithdrawn')],
};

export async function actOnAction(api: Api, id: string, form: FormData) {
  const [work, words] = INTENTS[text(form, 'intent')] ?? INTENTS.plan!;
  const done = await work(api, id, form);
  if (!done.ok) return refused(done.problem, form);
  const number = (done.data as Partial<Action> | undefined)?.number;
  return redirectWithFlash(`/plan/${id}`, words(String(number ?? '')));
}

function at(id: string, form: FormData) {
  return { params: { path: { id } }, headers: ifMatch(form.get('version')) };
}

function changePlan(api: Api, id: string, form: FormData) {
  const body = {
    ...planFromForm(form),
    spentCents: optionalCents(form, 'spentCents'),
    yearlySpentCents: optionalCents(form, 'yearlySpentCents'),
    dueOnReason: text(form, 'dueOnReason'),
  };
  return attempt(api.PATCH('/api/v1/actions/{id}', { ...at(id, form), body }));
}

function changeSpent(api: Api, id: string, form: FormData) {
  const body = {
    spentCents: optionalCents(form, 'spentCents'),
    yearlySpentCents: optionalCents(form, 'yearlySpentCents'),
  };
  return attempt(api.PATCH('/api/v1/actions/{id}', { ...at(id, form), body }));
}

function complete(api: Api, id: string, form: FormData) {
  const body = {
    completedOn: text(form, 'completedOn'),
    note: text(form, 'note'),
    noEvidenceReason: text(form, 'noEvidenceReason'),
    spentCents: optionalCents(form, 'spentCents'),
    yearlySpentCents: optionalCents(form, 'yearlySpentCents'),
  };
  return attempt(api.POST('/api/v1/actions/{id}/completion', { ...at(id, form), body }));
}

function addMilestone(api: Api, id: string, form: FormData) {
  const body = { title: text(form, 'title'), dueOn: text(form, 'dueOn') };
  return attempt(api.POST('/api/v1/actions/{id}/milestones', { ...at(id, form), body }));
}

function milestoneAt(id: string, form: FormData) {
  return {
    params: { path: { id, milestoneId: text(form, 'milestoneId') } },
    headers: ifMatch(form.get('version')),
  };
}

function tickMilestone(api: Api, id: string, form: FormData) {
  const body = { doneOn: optionalText(form, 'doneOn') };
  return attempt(
    api.PATCH('/api/v1/actions/{id}/milestones/{milestoneId}', { ...milestoneAt(id, form), body }),
  );
}

function removeMilestone(api: Api, id: string, form: FormData) {
  return attempt(api.DELETE('/api/v1/actions/{id}/milestones/{milestoneId}', milestoneAt(id, form)));
}
