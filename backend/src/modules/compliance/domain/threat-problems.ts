import { dangling, repeated, type PackProblem, type PackSurroundings } from './pack-problem.js';
import { ASSET_FACTS, FLOW_FACTS, type ThreatCatalog, type ThreatPair } from './threats.js';

export function threatProblems(pack: ThreatCatalog, around: PackSurroundings): PackProblem[] {
  const known = {
    threats: new Set(pack.threats.map((row) => row.id)),
    vulnerabilities: new Set(pack.vulnerabilities.map((row) => row.id)),
    safeguards: new Set(pack.safeguards.map((row) => row.id)),
  };
  return [
    ...repeated(
      'threats',
      pack.threats.map((row) => row.id),
    ),
    ...repeated(
      'vulnerabilities',
      pack.vulnerabilities.map((row) => row.id),
    ),
    ...repeated(
      'safeguards',
      pack.safeguards.map((row) => row.id),
    ),
    ...repeated(
      'pairs',
      pack.pairs.map((row) => row.id),
    ),
    ...repeated(
      'covers',
      pack.vulnerabilities.flatMap((row) => row.covers),
    ),
    ...[...pack.threats, ...pack.vulnerabilities, ...pack.safeguards]
      .filter(({ citations }) => citations.length === 0)
      .map(({ id }) => ({ path: `${id}.citations`, message: 'Each row cites the rule that it is about.' })),
    ...[...pack.vulnerabilities, ...pack.safeguards].flatMap((row) =>
      dangling(`${row.id}.requirementIds`, row.requirementIds, around.requirementIds, 'requirement'),
    ),
    ...pack.pairs.flatMap((pair) => [
      ...dangling(`${pair.id}.threat`, [pair.threat], known.threats, 'threat'),
      ...dangling(`${pair.id}.vulnerability`, [pair.vulnerability], known.vulnerabilities, 'vulnerability'),
      ...dangling(`${pair.id}.safeguards`, pair.safeguards, known.safeguards, 'safeguard'),
      ...conditionProblems(pair),
    ]),
  ];
}

/** A condition on a fact that nothing has, or on a value that the fact never takes, would never propose anything. */
function conditionProblems(pair: ThreatPair): PackProblem[] {
  const { assetKinds, when } = pair.appliesTo;
  const forFlows = assetKinds.includes('data-flow');
  if (forFlows && assetKinds.length > 1) {
    return [
      {
        path: `${pair.id}.appliesTo`,
        message: 'A pair is for data flows or for assets, not for both: their facts differ.',
      },
    ];
  }
  const facts = forFlows ? FLOW_FACTS : ASSET_FACTS;
  return [
    ...repeated(
      `${pair.id}.when`,
      when.map((condition) => condition.field),
    ),
    ...when.flatMap(({ field, is }) => {
      const values = Object.hasOwn(facts, field) ? facts[field]! : null;
      if (!values)
        return [
          {
            path: `${pair.id}.when`,
            message: `${field} is no fact that is known of ${forFlows ? 'a data flow' : 'an asset'}.`,
          },
        ];
      return is
        .filter((value) => !values.includes(value))
        .map((value) => ({ path: `${pair.id}.when`, message: `${field} is never ${String(value)}.` }));
    }),
  ];
}
