import { Injectable } from '@nestjs/common';
import { notFound } from '../../../platform/kernel/domain-error.js';
import type { BreachFigures } from '../domain/breach-figures.js';
import type { IncidentChecklists } from '../domain/incident-checklists.js';
import type { OfficialText, OfficialTexts } from '../domain/official-texts.js';
import type { PackContent, PackKind, PackRef } from '../domain/pack.js';
import type { Questionnaire } from '../domain/questionnaire.js';
import type { AnalysisTest, Requirements } from '../domain/requirements.js';
import type { RiskScale, RiskScales } from '../domain/risk-scales.js';
import type { Term, Terms } from '../domain/terms.js';
import type { ThreatCatalog } from '../domain/threats.js';
import { PackConnection } from '../persistence/pack-connection.js';
import {
  findPack,
  listPacks,
  loadPack,
  newestVersion,
  type InstalledPack,
  type RunSql,
} from '../persistence/pack-rows.js';
import { SHIPPED } from './shipped.js';

/** A passage of an official document, and which document it is. */
export interface SourcedText {
  text: OfficialText;
  source: InstalledPack;
}

/** The installed packs. A version never changes, so what was read once is kept, frozen. */
@Injectable()
export class Packs {
  private readonly loaded = new Map<string, Promise<PackContent>>();
  private readonly officials = new Map<string, boolean>();
  private readonly run: RunSql;

  constructor(connection: PackConnection) {
    this.run = connection.run;
  }

  list(): Promise<InstalledPack[]> {
    return listPacks(this.run);
  }

  /** The version that new work uses: the one installed last. */
  async newest(pack: string): Promise<PackRef> {
    const newest = await newestVersion(this.run, pack);
    if (!newest) throw notFound('pack');
    return newest;
  }

  /** Whether a pack came from an official document, and not from us. */
  async isOfficial({ pack, version }: PackRef): Promise<boolean> {
    const name = `${pack}@${version}`;
    let official = this.officials.get(name);
    if (official === undefined) {
      const installed = await findPack(this.run, { pack, version });
      if (!installed) throw notFound('pack');
      official = installed.official;
      this.officials.set(name, official);
    }
    return official;
  }

  questionnaire(pack: string, version: string): Promise<Questionnaire> {
    return this.load('questionnaire', { pack, version });
  }

  threats(pack: string, version: string): Promise<ThreatCatalog> {
    return this.load('threats', { pack, version });
  }

  scales(pack: string, version: string): Promise<RiskScales> {
    return this.load('risk-scales', { pack, version });
  }

  async scale(pack: string, version: string, scaleId: string): Promise<RiskScale> {
    const { scales } = await this.scales(pack, version);
    const scale = scales.find((candidate) => candidate.id === scaleId);
    if (!scale) throw notFound('scale');
    return scale;
  }

  async requirements(): Promise<Requirements> {
    return this.load('requirements', await this.newest(SHIPPED.requirements));
  }

  /** OCR's tests of a risk analysis. */
  async analysisTests(): Promise<readonly AnalysisTest[]> {
    return (await this.requirements()).analysisTests;
  }

  async terms(): Promise<readonly Term[]> {
    return (await this.load<Terms>('terms', await this.newest(SHIPPED.terms))).terms;
  }

  /** Which figures the clocks of a breach go by, and of which version. */
  async breachRule(): Promise<BreachFigures> {
    return this.load('breach-rule', await this.newest(SHIPPED.breachRule));
  }

  /** What a team does in an incident, by its kind. */
  async incidentChecklists(): Promise<IncidentChecklists> {
    return this.load('incident-checklists', await this.newest(SHIPPED.incidentChecklists));
  }

  /** What imported official documents say under a citation or number, in the newest version of each. */
  async officialTexts(keys: readonly string[]): Promise<SourcedText[]> {
    const wanted = new Set(keys);
    const found: SourcedText[] = [];
    const installed = (await this.list()).filter((pack) => pack.official);
    for (const source of newestOfEach(installed, 'official-texts')) {
      const { items } = await this.load<OfficialTexts>('official-texts', source);
      found.push(...items.filter((item) => wanted.has(item.key)).map((text) => ({ text, source })));
    }
    return found;
  }

  private async load<P extends PackContent>(kind: P['kind'], ref: PackRef): Promise<P> {
    const name = `${ref.pack}@${ref.version}`;
    let loading = this.loaded.get(name);
    if (!loading) {
      loading = this.read(ref);
      this.loaded.set(name, loading);
      loading.catch(() => this.loaded.delete(name));
    }
    const content = await loading;
    if (content.kind !== kind) throw notFound('pack');
    return content as P;
  }

  private async read(ref: PackRef): Promise<PackContent> {
    const content = await loadPack(this.run, ref);
    if (!content) throw notFound('pack');
    return frozen(content);
  }
}

function newestOfEach(packs: InstalledPack[], kind: PackKind): InstalledPack[] {
  const newest = new Map<string, InstalledPack>();
  for (const pack of packs.filter((candidate) => candidate.kind === kind)) {
    const known = newest.get(pack.pack);
    if (!known || known.installedAt < pack.installedAt) newest.set(pack.pack, pack);
  }
  return [...newest.values()];
}

function frozen<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
