import type { OwnApi, Schemas } from './own-api.js';

type Assessment = Schemas['Assessment'];
type Section = Schemas['QuestionnaireSection'];
type Question = Schemas['Question'];
type Option = Question['options'][number];
type SpecificationList = Schemas['AddressableSpecificationList'];
type ProposalPage = Schemas['ProposalPage'];

const OF_THE_DEMO = /^Security risk analysis, [A-Z][a-z]+ \d{4}$/;

/** The analysis that the demo was told: others may stand beside it by now. */
export async function demoAnalysis(
  api: OwnApi,
  status: 'draft' | 'signed',
): Promise<Schemas['AssessmentPage']['items'][number]> {
  const { items } = await api.get<Schemas['AssessmentPage']>('/assessments?limit=100');
  return items.find((item) => OF_THE_DEMO.test(item.title) && item.status === status)!;
}

/** Answers what is asked and has no answer yet; the first option that says that it is in place, unless told otherwise. */
export async function answerTheRest(
  api: OwnApi,
  assessmentId: string,
  choose: (options: Option[]) => Option = inPlace,
): Promise<void> {
  const { sections } = await api.get<Assessment>(`/assessments/${assessmentId}`);
  for (const { id } of sections) {
    const read = () => api.get<Section>(`/assessments/${assessmentId}/sections/${id}`);
    const isAsked = async (questionId: string): Promise<boolean> =>
      (await read()).questions.some((question) => question.id === questionId && question.asking === 'asked');
    for (const { id: questionId, options, answer, gate } of (await read()).questions) {
      if (answer || (gate && !(await isAsked(questionId)))) continue;
      await api.put(`/assessments/${assessmentId}/answers/${questionId}`, { optionId: choose(options).id });
    }
  }
}

function inPlace(options: Option[]): Option {
  return options.find(({ standing }) => standing === 'in-place') ?? options[0]!;
}

/** Turns down every proposal that is still open, with one reason. */
export async function turnDownTheRest(api: OwnApi, assessmentId: string, reason: string): Promise<void> {
  for (;;) {
    const page = await api.get<ProposalPage>(`/assessments/${assessmentId}/proposals?limit=10`);
    if (page.items.length === 0) return;
    for (const subject of page.items) {
      const items = subject.proposals.map(({ pairId }) => ({
        pairId,
        subject: subject.type === 'asset' ? { assetId: subject.id } : { flowId: subject.id },
      }));
      await api.post(`/assessments/${assessmentId}/proposals/dismissal/bulk`, { items, reason });
    }
  }
}

/** Rates every risk of the analysis, decides to reduce it and gives it to one person. */
export async function judgeRisks(api: OwnApi, assessmentId: string, ownerName: string): Promise<void> {
  const { scale } = await api.get<Assessment>(`/assessments/${assessmentId}`);
  const { items: colleagues } = await api.get<Schemas['ColleagueList']>('/colleagues');
  const { items } = await api.get<Schemas['RiskPage']>(`/risks?assessmentId=${assessmentId}&limit=100`);
  const low = { likelihood: scale.likelihood[0]!.id, impact: scale.impact[0]!.id };
  const high = { likelihood: scale.likelihood.at(-1)!.id, impact: scale.impact.at(-1)!.id };
  for (const { id } of items) {
    const { version } = await api.get<Schemas['Risk']>(`/risks/${id}`);
    const judgement: Schemas['UpdateRiskRequest'] = {
      inherentLikelihood: high.likelihood,
      inherentImpact: high.impact,
      residualLikelihood: low.likelihood,
      residualImpact: high.impact,
      safeguards: 'Seen on the spot',
      treatment: 'mitigate',
      ownerId: colleagues.find(({ name }) => name === ownerName)!.id,
    };
    await api.patch(`/risks/${id}`, judgement, version);
  }
}

/** Decides what is addressable: as the answers say, and the rest as put in place. */
export async function decideSpecifications(api: OwnApi, assessmentId: string): Promise<void> {
  const path = `/assessments/${assessmentId}/specifications`;
  let { items } = await api.get<SpecificationList>(path);
  if (items.some(({ proposed }) => proposed))
    ({ items } = await api.post<SpecificationList>(`${path}/as-answered`, {}));
  for (const { requirementId, decision } of items)
    if (!decision) await api.put(`${path}/${requirementId}`, { decision: 'implemented' });
}

export async function meetTests(api: OwnApi, assessmentId: string): Promise<void> {
  let signOff = await api.get<Schemas['SignOff']>(`/assessments/${assessmentId}/sign-off`);
  for (const { id, met } of signOff.checklist) {
    if (met) continue;
    signOff = await api.post<Schemas['SignOff']>(
      `/assessments/${assessmentId}/checklist/${id}`,
      { met: true, note: 'Read through together.' },
      signOff.version,
    );
  }
}
