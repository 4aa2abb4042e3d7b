import { textsOfThreatCatalog } from '../../domain/official/threat-catalog.js';
import type { OfficialTexts } from '../../domain/official-texts.js';
import { shapeProblems } from '../read-pack.js';
import { countProblems, officialHead, officialProvenance, type OfficialFormat } from './recognised.js';
import { threatCatalogFile } from './threat-catalog.format.js';
import { plainIssue } from '../../../../platform/http/plain-issue.js';

const NAME = 'threat-catalog';

/** threat-catalog.json: NIST SP 800-30, HICP, performance goals and the SRA Tool's vulnerabilities. */
export const threatCatalog: OfficialFormat = {
  name: NAME,
  looksLike: (document) =>
    Array.isArray(document['threat_events']) && Array.isArray(document['threat_sources_D2']),
  read(document, facts) {
    const read = threatCatalogFile.safeParse(document, { error: plainIssue });
    if (!read.success) return { ok: false, recognisedAs: NAME, problems: shapeProblems(read.error) };
    const file = read.data;
    const sra = file.healthcare_vulnerabilities_and_threats_sra;
    const problems = countProblems(file, {
      threat_sources: file.threat_sources_D2.length,
      healthcare_vulnerabilities: sra.length,
      healthcare_threats: sra.flatMap((row) => row.threats).length,
    });
    if (problems.length > 0) return { ok: false, recognisedAs: NAME, problems };
    const provenance = officialProvenance(file, facts, {
      author: 'NIST and the US Department of Health and Human Services',
      confidence: file.meta.provenance_warning ? 'general-knowledge' : 'as-published',
      notes: [
        file.meta.provenance_warning,
        file.hicp?.edition,
        file.hph_cybersecurity_performance_goals?.publication,
      ],
    });
    const pack: OfficialTexts = {
      // A compilation of several documents, so its own content is its version.
      ...officialHead(
        { pack: NAME, version: `file-${facts.documentHash.slice(0, 12)}`, title: file.meta.title },
        provenance,
      ),
      kind: 'official-texts',
      items: textsOfThreatCatalog(file),
    };
    const warning = file.meta.provenance_warning;
    return {
      ok: true,
      recognisedAs: NAME,
      official: true,
      pack,
      notes: warning ? [{ path: 'meta', message: warning }] : [],
    };
  },
};
