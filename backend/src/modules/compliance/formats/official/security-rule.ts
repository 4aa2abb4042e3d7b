import { differencesFromOurs, textsOfSecurityRule } from '../../domain/official/security-rule.js';
import type { OfficialTexts } from '../../domain/official-texts.js';
import { shapeProblems } from '../read-pack.js';
import { countProblems, officialHead, officialProvenance, type OfficialFormat } from './recognised.js';
import { securityRuleFile } from './security-rule.format.js';
import { plainIssue } from '../../../../platform/http/plain-issue.js';

const NAME = 'security-rule-text';

/** hipaa-security-rule.json: the text of 45 CFR part 164 subpart C. */
export const securityRule: OfficialFormat = {
  name: NAME,
  looksLike: ({ requirements }) =>
    Array.isArray(requirements) &&
    requirements.some(
      (row: Record<string, unknown> | null) => row && 'lead_in' in row && 'text' in row && 'citation' in row,
    ),
  read(document, facts, regulation) {
    const read = securityRuleFile.safeParse(document, { error: plainIssue });
    if (!read.success) return { ok: false, recognisedAs: NAME, problems: shapeProblems(read.error) };
    const file = read.data;
    const ofKind = (kind: string): number => file.requirements.filter((row) => row.kind === kind).length;
    const problems = countProblems(file, {
      standards: ofKind('standard'),
      implementation_specifications: ofKind('implementation_specification'),
      contract_or_plan_provisions: ofKind('contract_or_plan_provision'),
    });
    if (problems.length > 0) return { ok: false, recognisedAs: NAME, problems };
    // The regulation has no version number of its own: the day that it was read is what tells two copies apart.
    const readOn = /as of (\d{4}-\d{2}-\d{2})/.exec(file.meta.in_force_note ?? '')?.[1];
    const version = readOn ? `ecfr-${readOn}` : `file-${facts.documentHash.slice(0, 12)}`;
    const provenance = officialProvenance(file, facts, {
      author: 'Code of Federal Regulations',
      confidence: readOn ? 'verified-in-part' : 'as-published',
      checkedOn: readOn ?? null,
      notes: [file.meta.in_force_note, ...(file.meta.notes ?? [])],
    });
    const pack: OfficialTexts = {
      ...officialHead({ pack: NAME, version, title: file.meta.title }, provenance),
      kind: 'official-texts',
      items: textsOfSecurityRule(file),
    };
    return {
      ok: true,
      recognisedAs: NAME,
      official: true,
      pack,
      notes: differencesFromOurs(file, regulation),
    };
  },
};
