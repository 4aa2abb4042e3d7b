import type { InventoryAsset, InventoryDataFlow } from '../../inventory/index.js';
import type { ThreatCatalog } from '../../compliance/index.js';
import type { RatingScale } from '../domain/rating-scale.js';
import type { ReportedDismissal, ReportedRisk } from '../persistence/report-register.query.js';
import type { RiskWords } from '../persistence/risks-that-differ.query.js';
import type { AssessmentReport } from '../report/assessment-report.schema.js';
import { citationsOf } from './risk-citations.js';
import type { NameOf } from './report-sections.js';

type Risk = AssessmentReport['risks'][number];

/** Puts the words of packs, inventory and people to the rows of the register. */
export class RegisterWords {
  private readonly threats: ReadonlyMap<string, string>;
  private readonly vulnerabilities: ReadonlyMap<string, string>;
  private readonly safeguards: ReadonlyMap<string, string>;
  private readonly pairs: ReadonlyMap<string, string>;
  private readonly subjects: ReadonlyMap<string, string>;

  constructor(
    private readonly catalog: ThreatCatalog,
    assets: readonly Pick<InventoryAsset, 'id' | 'tag' | 'name'>[],
    flows: readonly Pick<InventoryDataFlow, 'id' | 'name'>[],
    private readonly nameOf: NameOf,
    private readonly earlierScale: RatingScale | null,
  ) {
    const { threats, vulnerabilities, safeguards, pairs } = catalog;
    this.threats = titles(threats);
    this.vulnerabilities = titles(vulnerabilities);
    this.safeguards = titles(safeguards);
    this.pairs = new Map(
      pairs.map((pair) => [
        pair.id,
        `${this.threats.get(pair.threat)}: ${this.vulnerabilities.get(pair.vulnerability)}`,
      ]),
    );
    this.subjects = new Map([
      ...assets.map(({ id, tag, name }) => [id, `${tag} ${name}`] as const),
      ...flows.map(({ id, name }) => [id, name] as const),
    ]);
  }

  about(row: RiskWords): Pick<Risk, 'threat' | 'vulnerability' | 'subject'> {
    return {
      threat: wordOrId(this.threats, row.threatId),
      vulnerability: wordOrId(this.vulnerabilities, row.vulnerabilityId),
      subject: wordOrId(this.subjects, row.assetId ?? row.dataFlowId) ?? row.findingTitle,
    };
  }

  risk(row: ReportedRisk): Risk {
    const {
      id,
      number,
      title,
      description,
      safeguards,
      ratingReason,
      treatment,
      treatmentReason,
      status,
      ratedAt,
    } = row;
    return {
      id,
      number,
      title,
      description,
      ...this.about(row),
      ...(row.further.length > 0 ? { alsoConcerns: this.named(row.further) } : {}),
      citations: citationsOf(row, this.catalog, row.findingCitations),
      inherent: rating(row.inherentLikelihood, row.inherentImpact, row.inherentLevel),
      safeguards,
      safeguardTitles: row.safeguardIds.map((safeguard) => this.safeguards.get(safeguard) ?? safeguard),
      residual: rating(row.residualLikelihood, row.residualImpact, row.residualLevel),
      ratingReason,
      treatment,
      treatmentReason,
      ownerName: row.ownerId && this.nameOf(row.ownerId),
      status,
      ratedBy: row.ratedBy && this.nameOf(row.ratedBy),
      ratedAt,
      ...(row.earlierActions ? { earlierActions: row.earlierActions } : {}),
      carried: row.carried && {
        ...row.carried,
        reviewedBy: row.carried.reviewedBy && this.nameOf(row.carried.reviewedBy),
        earlier: row.carried.earlier && {
          inherent: this.inWordsOfThen(row.carried.earlier.inherent),
          residual: this.inWordsOfThen(row.carried.earlier.residual),
        },
      },
    };
  }

  private named(ids: readonly string[]): string[] {
    return ids
      .map((id) => this.subjects.get(id) ?? id)
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  }

  private inWordsOfThen(rating: Risk['inherent']): Risk['inherent'] {
    const scale = this.earlierScale;
    if (!rating || !scale) return rating;
    return {
      likelihood: labelOf(scale.likelihood, rating.likelihood),
      impact: labelOf(scale.impact, rating.impact),
      level: labelOf(scale.levels, rating.level),
    };
  }

  dismissal({
    pairId,
    subjectId,
    reason,
    by,
    at,
  }: ReportedDismissal): AssessmentReport['dismissals'][number] {
    return {
      pairTitle: this.pairs.get(pairId) ?? pairId,
      subject: this.subjects.get(subjectId) ?? subjectId,
      reason,
      by: this.nameOf(by),
      at,
    };
  }
}

function rating(likelihood: string | null, impact: string | null, level: string | null): Risk['inherent'] {
  return likelihood !== null && impact !== null && level !== null ? { likelihood, impact, level } : null;
}

function labelOf(steps: readonly { id: string; label: string }[], id: string): string {
  return steps.find((step) => step.id === id)?.label ?? id;
}

function wordOrId(words: ReadonlyMap<string, string>, id: string | null): string | null {
  return id === null ? null : (words.get(id) ?? id);
}

function titles(rows: readonly { id: string; title: string }[]): Map<string, string> {
  return new Map(rows.map(({ id, title }) => [id, title]));
}
