import { changesBetween } from '../../../platform/audit/event-types.js';
import { flowChangeEvent } from '../domain/data-flow.js';
import { flowHeadings } from '../domain/import/flow-columns.js';
import { FLOWS, newFlowFacts } from '../domain/import/flow-subject.js';
import { DataFlowRecord } from '../persistence/data-flow.record.js';
import { dataFlowRow, loadDataFlows, saveDataFlow } from '../persistence/data-flow.repository.js';
import { openFlowCodes } from '../persistence/flow-codes.js';
import { flowsWithoutEnds } from '../persistence/flow-ends.js';
import { loadFlowWorld } from '../persistence/flow-import-world.js';
import { flowUses } from '../record-uses.js';
import { tellOfDataFlows } from './followers.js';
import { importKind } from './import-kind.js';
import { FLOW_LIST } from './list-limits.js';

export const FLOW_IMPORTS = importKind({
  name: 'data-flows',
  target: 'data-flow-import',
  subject: FLOWS,
  headings: flowHeadings,
  rules: FLOW_LIST,
  records: { table: 'data_flow', idKind: 'dataFlow', uses: flowUses },
  world: loadFlowWorld,
  openKeys: async (tx) => {
    const codes = await openFlowCodes(tx);
    return (rows) => {
      // Codes that the list itself brings are taken before one is made up.
      for (const { code } of rows) if (code !== undefined) codes.take(['flow'], code);
      return rows.map((read) => newFlowFacts(read, read.code ?? codes.next('flow')));
    };
  },
  insert: async (tx, made) => {
    await tx.manager.insert(
      DataFlowRecord,
      made.map(({ id, facts }) => dataFlowRow(tx, id, facts)),
    );
  },
  save: (tx, id, version, before, changes) => saveDataFlow(tx, id, version, { ...before, ...changes }),
  tell: tellOfDataFlows,
  load: loadDataFlows,
  keptAsTheyAre: flowsWithoutEnds,
  made: ({ counterparty }, importId) => ({
    action: 'data-flow.created',
    detail: { counterparty, importId },
  }),
  changed: (before, after, importId, undo) => ({
    action: flowChangeEvent(before, after),
    changes: changesBetween(before, after),
    detail: undo ? { importId, undo } : { importId },
  }),
  withdrawn: (importId) => ({ action: 'data-flow.withdrawn', detail: { importId } }),
  examples: [
    {
      code: 'FLW-001',
      name: 'Claims to the clearinghouse',
      from: 'APP-001',
      to: 'vendor: Name of the vendor',
      counterparty: 'vendor',
      phiTypes: 'demographics; insurance; billing',
      purpose: 'Payment',
      minimumNecessary: 'Only what the claim form asks for',
      transportMethod: 'SFTP',
      transportSecurity: 'encrypted',
      offshore: 'no',
      active: 'yes',
    },
    {
      code: 'FLW-002',
      name: 'Lab results by fax',
      from: 'outside: Valley Laboratory',
      to: 'Front desk fax',
      counterparty: 'other',
      phiTypes: 'demographics; lab-results',
      purpose: 'Treatment',
      transportMethod: 'Fax',
      transportSecurity: 'none',
      offshore: 'no',
      active: 'yes',
    },
  ],
});
