import type { DemoClient } from './demo-client.js';
import { bringInEarlierAnswers } from './demo-earlier-answers.js';
import type { DemoInventory } from './demo-inventory.js';
import { decideSpecifications } from './demo-decisions.js';
import { decisionsOn, planOf, relateActions, type ToldAction } from './demo-plan.js';
import type { DemoOrganization } from './demo-organization.js';
import type { DemoAction, DemoAssessment, DemoRisk, DemoStory } from './demo-story.js';
import type { SeedClock } from './seed-clock.js';

interface Versioned {
  id: string;
  version: number;
}
interface SeenRisk extends Versioned {
  inherent: { level: unknown } | null;
  carried: { review: object | null } | null;
}
interface ActionBody extends ToldAction {
  milestones: { id: string; title: string }[];
}
interface Accepted {
  pairId: string;
  subjectId: string;
  riskId: string | null;
}
interface Subject {
  type: 'asset' | 'data-flow';
  id: string;
  proposals: { pairId: string }[];
}
interface AssessmentBody extends Versioned {
  title: string;
  status: 'draft' | 'in-review' | 'signed';
}

/** Tells one assessment of a story through the API, on the story's days. A load that was stopped half-way goes on. */
export class DemoAssessmentLoader {
  constructor(
    private readonly organization: DemoOrganization,
    private readonly story: DemoStory,
    private readonly inventory: DemoInventory,
    private readonly clock: SeedClock,
  ) {}

  async load(told: DemoAssessment, previousId: string | undefined): Promise<string> {
    const officer = await this.organization.as(told.preparedBy);
    this.clock.goTo(told.startedDaysAgo);
    const assessment = await this.start(officer, told, previousId);
    if (assessment.status !== 'draft') {
      await this.work(officer, told);
      return assessment.id;
    }
    await this.exclude(officer, assessment.id, told);
    await this.bringIn(officer, assessment.id, told);
    const steps = this.days(told);
    await this.answer(officer, assessment.id, told, steps);
    steps.next();
    await decideSpecifications(officer, assessment.id, told);
    steps.next();
    const risks = await this.rate(officer, assessment.id, told);
    await this.review(officer, assessment.id, told);
    await this.dismiss(officer, assessment.id, told);
    await this.plan(officer, assessment.id, told, risks);
    await this.check(officer, assessment.id, told);
    await this.sign(officer, assessment.id, told);
    await this.work(officer, told);
    return assessment.id;
  }

  /** The work of an analysis takes days: each of its steps comes some after the one before, and all before it ends. */
  private *days({ startedDaysAgo, signOff, submitted, answers }: DemoAssessment): Generator<void> {
    const endedDaysAgo = signOff?.submittedDaysAgo ?? submitted?.daysAgo ?? 1;
    const steps = Object.keys(answers).length + 2;
    const apart = Math.floor((startedDaysAgo - endedDaysAgo) / (steps + 1));
    for (let step = 1; ; step += 1) {
      this.clock.goTo(Math.max(endedDaysAgo, startedDaysAgo - step * apart));
      yield;
    }
  }

  private async start(
    officer: DemoClient,
    told: DemoAssessment,
    previousId: string | undefined,
  ): Promise<AssessmentBody> {
    const title = told.title.replace('{month}', this.monthOf(told.startedDaysAgo));
    const known = (await officer.all<AssessmentBody>('/assessments')).find((made) => made.title === title);
    if (known) return known;
    return officer.post<AssessmentBody>('/assessments', {
      title,
      scope: told.scope,
      scaleId: told.scale,
      ...(previousId ? { previousId } : {}),
      ...(told.questionsVersion
        ? { questionnaire: { pack: 'security-questions', version: told.questionsVersion } }
        : {}),
    });
  }

  /** Such as “October 2026”, so that a title stays true next year. */
  private monthOf(daysAgo: number): string {
    const [year, month] = this.day(-daysAgo).split('-').map(Number);
    return new Date(Date.UTC(year!, month! - 1)).toLocaleString('en-US', {
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
  }

  private async exclude(officer: DemoClient, id: string, told: DemoAssessment): Promise<void> {
    for (const { tag, reason } of told.exclusions) {
      await officer.put(`/assessments/${id}/exclusions/${this.inventory.assets.get(tag)}`, { reason });
    }
  }

  private async bringIn(officer: DemoClient, id: string, { earlierAnswers }: DemoAssessment): Promise<void> {
    if (!earlierAnswers) return;
    const answeredOn = this.day(-earlierAnswers.answeredDaysAgo);
    await bringInEarlierAnswers(officer, id, earlierAnswers, answeredOn);
  }

  private async answer(
    officer: DemoClient,
    id: string,
    told: DemoAssessment,
    steps: Iterator<void>,
  ): Promise<void> {
    for (const [section, letters] of Object.entries(told.answers)) {
      steps.next();
      const { questions } = await officer.get<{ questions: { id: string; answer: unknown }[] }>(
        `/assessments/${id}/sections/${section}`,
      );
      for (const [n, question] of questions.entries()) {
        const optionId = letters[n];
        if (!optionId || optionId === '-' || question.answer) continue;
        await officer.put(`/assessments/${id}/answers/${question.id}`, {
          optionId,
          notes: told.notes[question.id] ?? '',
        });
      }
    }
  }

  private async rate(officer: DemoClient, id: string, told: DemoAssessment): Promise<Map<string, string>> {
    const items = told.risks.map(({ pair, on }) => ({ pairId: pair, subject: this.subject(on) }));
    const accepted = await officer.post<{ items: Accepted[] }>(
      `/assessments/${id}/proposals/acceptance/bulk`,
      { items },
    );
    const risks = new Map(
      accepted.items.map(({ pairId, subjectId, riskId }) => [`${pairId}|${subjectId}`, riskId!]),
    );
    for (const risk of told.risks.filter(({ inherent }) => inherent)) {
      const seen = await officer.get<SeenRisk>(`/risks/${risks.get(this.place(risk))}`);
      if (!seen.inherent?.level || seen.carried?.review === null) await this.judge(officer, seen, risk);
    }
    return risks;
  }

  /** What came from the analysis before, and still holds. */
  private async review(officer: DemoClient, id: string, { reviews = [] }: DemoAssessment): Promise<void> {
    const waiting = await officer.all<Versioned & { number: number }>(`/risks?assessmentId=${id}&review=due`);
    for (const { reason, risks: numbers } of reviews) {
      const risks = waiting
        .filter(({ number }) => numbers.includes(number))
        .map(({ id: risk, version }) => ({ id: risk, version }));
      if (risks.length > 0) await officer.post('/risks/reviews', { reason, risks });
    }
  }

  private async judge(officer: DemoClient, seen: Versioned, risk: DemoRisk): Promise<void> {
    const judged = await officer.patch<Versioned>(`/risks/${seen.id}`, this.rating(risk), seen.version);
    if (!risk.acceptance) return;
    const { reason, forDays, approvedBy, note } = risk.acceptance;
    const asked = await officer.post<{ acceptances: Versioned[] }>(
      `/risks/${seen.id}/acceptances`,
      { reason, untilOn: this.clock.dateAfter(forDays, this.story.organization.timeZone) },
      judged.version,
    );
    const { id, version } = asked.acceptances[0]!;
    const approver = await this.organization.as(approvedBy);
    await approver.post(
      `/risks/${seen.id}/acceptances/${id}/decision`,
      { decision: 'approve', note },
      version,
    );
  }

  private rating(risk: DemoRisk): object {
    return {
      inherentLikelihood: risk.inherent![0],
      inherentImpact: risk.inherent![1],
      residualLikelihood: risk.residual![0],
      residualImpact: risk.residual![1],
      safeguards: risk.safeguards,
      ratingReason: risk.ratingReason,
      treatment: risk.treatment,
      treatmentReason: risk.treatmentReason,
      ownerId: this.organization.memberId(risk.owner!),
    };
  }

  private async dismiss(officer: DemoClient, id: string, told: DemoAssessment): Promise<void> {
    const subjects = await officer.all<Subject>(`/assessments/${id}/proposals`);
    const waiting = subjects.flatMap(({ type, id: subjectId, proposals }) =>
      proposals.map(({ pairId }) => ({
        pairId,
        place: `${pairId}|${subjectId}`,
        subject: type === 'data-flow' ? { flowId: subjectId } : { assetId: subjectId },
      })),
    );
    const one = told.dismissals.map((dismissal) => ({
      reason: dismissal.reason,
      items: waiting.filter(({ place }) => place === this.place(dismissal)),
    }));
    const singly = new Set(one.flatMap(({ items }) => items));
    const many = (told.turnedDown ?? []).map(({ pairs, reason }) => ({
      reason,
      items: waiting.filter((item) => pairs.includes(item.pairId) && !singly.has(item)),
    }));
    for (const { reason, items } of [...one, ...many].filter((decided) => decided.items.length > 0)) {
      await officer.post(`/assessments/${id}/proposals/dismissal/bulk`, {
        items: items.map(({ pairId, subject }) => ({ pairId, subject })),
        reason,
      });
    }
  }

  private async plan(
    officer: DemoClient,
    id: string,
    told: DemoAssessment,
    risks: Map<string, string>,
  ): Promise<void> {
    const known = await officer.all<{ title: string }>(`/actions?assessmentId=${id}`);
    for (const action of told.actions.filter(({ title }) => !known.some((made) => made.title === title))) {
      await officer.post('/actions', {
        riskId: risks.get(this.place(action.risk)),
        title: action.title,
        description: action.description,
        ownerId: this.organization.memberId(action.owner),
        dueOn: this.day((action.movedFrom ?? action).dueInDays),
        budgetCents: action.budgetCents,
        ...planOf(action),
        milestones: action.milestones.map(({ title, dueInDays }) => ({ title, dueOn: this.day(dueInDays) })),
      });
    }
    await relateActions(officer, id, told.actions, (risk) => risks.get(this.place(risk))!);
  }

  /** The plan lives on after the signature: what was done since is told on its own days. */
  private async work(officer: DemoClient, told: DemoAssessment): Promise<void> {
    // Wherever they are by now: what is not finished moves on with its risk.
    const actions = await officer.all<{ id: string; title: string; status: string }>('/actions');
    for (const action of told.actions.filter(({ state }) => state !== 'planned')) {
      const made = actions.find(({ title }) => title === action.title)!;
      if (made.status === 'planned') await this.workOn(officer, made.id, action);
    }
  }

  private async workOn(officer: DemoClient, id: string, action: DemoAction): Promise<void> {
    const planned = await this.moveDate(officer, await officer.get<ActionBody>(`/actions/${id}`), action);
    const doneMilestones = action.milestones.filter(({ done }) => done);
    this.goTo(Math.min(action.dueInDays, ...doneMilestones.map(({ dueInDays }) => dueInDays)) - 3);
    let made = await officer.post<ActionBody>(`/actions/${id}/start`, {}, planned.version);
    for (const { title, dueInDays } of doneMilestones) {
      this.goTo(dueInDays);
      const milestone = made.milestones.find((candidate) => candidate.title === title)!;
      made = await officer.patch(
        `/actions/${id}/milestones/${milestone.id}`,
        { doneOn: this.day(Math.min(dueInDays, -1)) },
        made.version,
      );
    }
    const { spentCents, yearlySpentCents = null } = action;
    if (spentCents > 0 || yearlySpentCents)
      made = await officer.patch(`/actions/${id}`, { spentCents, yearlySpentCents }, made.version);
    if (action.state === 'in-progress') return;
    this.goTo(action.dueInDays);
    const worker = await this.organization.as(action.owner);
    if (action.evidence) await worker.post(`/actions/${id}/evidence`, action.evidence);
    const { noEvidenceReason = '' } = action;
    made = await worker.post(
      `/actions/${id}/completion`,
      { completedOn: this.day(Math.min(action.dueInDays, -1)), noEvidenceReason },
      made.version,
    );
    if (action.state === 'done') return;
    this.goTo(action.dueInDays + 4);
    const validator = await this.organization.as(action.validatedBy!);
    const { validationNote: note } = action;
    const seen = await validator.get<ActionBody>(`/actions/${id}`);
    await validator.post(
      `/actions/${id}/validation`,
      { note, risks: decisionsOn(seen, action) },
      made.version,
    );
    await this.teach(officer, id, action);
  }

  private async moveDate(officer: DemoClient, planned: ActionBody, action: DemoAction): Promise<ActionBody> {
    if (!action.movedFrom) return planned;
    const { daysAgo, reason } = action.movedFrom;
    this.clock.goTo(daysAgo);
    const moved = { dueOn: this.day(action.dueInDays), dueOnReason: reason };
    return officer.patch<ActionBody>(`/actions/${planned.id}`, moved, planned.version);
  }

  private async teach(officer: DemoClient, id: string, { lessons = [] }: DemoAction): Promise<void> {
    for (const { kind, title, owner, dueInDays, doneDaysAgo } of lessons) {
      const lesson = { kind, title, ownerId: this.organization.memberId(owner), dueOn: this.day(dueInDays) };
      await officer.post(`/actions/${id}/lessons`, lesson);
      if (doneDaysAgo === undefined) continue;
      const made = await officer.all<Versioned & { title: string }>(`/lessons?actionId=${id}`);
      const { id: lessonId, version } = made.find((candidate) => candidate.title === title)!;
      this.clock.goTo(doneDaysAgo);
      await officer.patch(`/lessons/${lessonId}`, { doneOn: this.day(-doneDaysAgo) }, version);
    }
  }

  private goTo(dayFromToday: number): void {
    this.clock.goTo(Math.max(1, -dayFromToday));
  }

  private day(fromToday: number): string {
    return this.clock.dateIn(fromToday, this.story.organization.timeZone);
  }

  private async check(officer: DemoClient, id: string, told: DemoAssessment): Promise<void> {
    for (const [test, note] of Object.entries(told.checklist)) {
      await officer.post(
        `/assessments/${id}/checklist/${test}`,
        { met: true, note },
        await this.versionOf(officer, id),
      );
    }
  }

  private async sign(officer: DemoClient, id: string, { signOff, submitted }: DemoAssessment): Promise<void> {
    if (!signOff && !submitted) return;
    this.clock.goTo(signOff?.submittedDaysAgo ?? submitted!.daysAgo);
    await officer.post(`/assessments/${id}/submission`, {}, await this.versionOf(officer, id));
    if (!signOff) return;
    this.clock.goTo(signOff.approvedDaysAgo);
    const approver = await this.organization.as(signOff.approvedBy);
    await approver.post(
      `/assessments/${id}/approval`,
      { statement: signOff.statement },
      await this.versionOf(officer, id),
    );
  }

  private async versionOf(officer: DemoClient, id: string): Promise<number> {
    return (await officer.get<Versioned>(`/assessments/${id}`)).version;
  }

  private subject(on: string): { assetId: string } | { flowId: string } {
    const assetId = this.inventory.assets.get(on);
    return assetId ? { assetId } : { flowId: this.inventory.flows.get(on)! };
  }

  private place({ pair, on }: { pair: string; on: string }): string {
    return `${pair}|${this.subjectId(on)}`;
  }

  private subjectId(on: string): string {
    const id = this.inventory.assets.get(on) ?? this.inventory.flows.get(on);
    if (!id) throw new Error(`demo: there is no asset or flow ${on}`);
    return id;
  }
}
