import { Injectable } from '@nestjs/common';
import { notFound } from '../../../platform/kernel/domain-error.js';
import type { PackRef } from '../domain/pack.js';
import type { RiskScale } from '../domain/risk-scales.js';
import { questionsOf } from '../domain/question-index.js';
import type { InstalledPack } from '../persistence/pack-rows.js';
import type { MethodologyView, PackView, RequirementView } from '../compliance.schemas.js';
import { Packs, type SourcedText } from './packs.js';
import { SHIPPED } from './shipped.js';

/** What people look up: words, requirements, questionnaires, and which packs they come from. */
@Injectable()
export class ReferenceViews {
  constructor(private readonly packs: Packs) {}

  async listPacks() {
    return { items: (await this.packs.list()).map(packView) };
  }

  async listTerms() {
    return { items: [...(await this.packs.terms())] };
  }

  async listRequirements() {
    return { items: [...(await this.packs.requirements()).requirements] };
  }

  async requirement(id: string): Promise<RequirementView> {
    const row = (await this.packs.requirements()).requirements.find((candidate) => candidate.id === id);
    if (!row) throw notFound('requirement');
    const texts = await this.packs.officialTexts([row.citation]);
    return {
      ...row,
      ocrAuditProtocol: [...row.ocrAuditProtocol],
      note: row.note ?? null,
      confidence: row.confidence ?? null,
      officialTexts: texts.map(officialTextView),
    };
  }

  /** As a new analysis would be done today. */
  async methodology(): Promise<MethodologyView> {
    const requirements = await this.packs.requirements();
    const newest = await this.packs.newest(SHIPPED.riskScales);
    const scales = await this.packs.scales(newest.pack, newest.version);
    return {
      steps: requirements.methodology.map((step) => ({ ...step, citations: [...step.citations] })),
      tests: requirements.analysisTests.map((test) => ({ ...test, citations: [...test.citations] })),
      scales: scales.scales.map(scaleView),
      packs: [requirements, scales].map(({ pack, version, title, provenance }) => ({
        pack,
        version,
        title,
        provenance,
      })),
    };
  }

  async listQuestionnaires() {
    const installed = (await this.packs.list()).filter((pack) => pack.kind === 'questionnaire');
    return { items: await Promise.all(defaultFirst(installed).map((pack) => this.offered(pack))) };
  }

  async questionnaire({ pack, version }: PackRef) {
    const installed = (await this.packs.list()).find(
      (candidate) => candidate.pack === pack && candidate.version === version,
    );
    if (installed?.kind !== 'questionnaire') throw notFound('questionnaire');
    const { sections } = await this.packs.questionnaire(pack, version);
    return { ...(await this.questionnaireHead(installed)), sections };
  }

  private async offered(installed: InstalledPack) {
    const { version } = await this.packs.newest(installed.pack);
    return { ...(await this.questionnaireHead(installed)), newest: installed.version === version };
  }

  private async questionnaireHead(installed: InstalledPack) {
    const content = await this.packs.questionnaire(installed.pack, installed.version);
    return {
      ...packView(installed),
      sectionCount: content.sections.length,
      questionCount: questionsOf(content).size,
    };
  }
}

/** The first of the list is offered as chosen. */
function defaultFirst(questionnaires: InstalledPack[]): InstalledPack[] {
  const isDefault = ({ pack }: InstalledPack): number => Number(pack === SHIPPED.questionnaire);
  return [...questionnaires].sort((a, b) => isDefault(b) - isDefault(a));
}

function packView(pack: InstalledPack): PackView {
  return { ...pack, id: `${pack.pack}@${pack.version}`, installedAt: pack.installedAt.toISOString() };
}

function scaleView({
  version: _version,
  citations: _citations,
  ...scale
}: RiskScale): MethodologyView['scales'][number] {
  return {
    ...scale,
    likelihood: [...scale.likelihood],
    impact: [...scale.impact],
    levels: [...scale.levels],
    matrix: scale.matrix,
  };
}

function officialTextView({ text, source }: SourcedText): RequirementView['officialTexts'][number] {
  const { pack, version, title, provenance } = source;
  return {
    title: text.title,
    leadIn: text.leadIn ?? null,
    text: text.text,
    designation: text.designation ?? null,
    source: {
      pack,
      version,
      title,
      basis: provenance.basis,
      confidence: provenance.confidence,
      note: provenance.note,
    },
  };
}
