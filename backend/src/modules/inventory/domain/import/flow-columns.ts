import type { ColumnName } from './import-subject.js';
import { headingMatcher, OUR_HEADINGS } from './match-headings.js';

/** The columns of a list of data flows. */
export const FLOW_COLUMNS = {
  code: {
    heading: 'Code',
    synonyms: [
      'flow code',
      'flow id',
      'flow number',
      'flow no',
      'data flow id',
      'number',
      'no',
      'ref',
      'reference',
    ],
  },
  name: {
    heading: 'Name',
    synonyms: [
      'flow',
      'flow name',
      'data flow',
      'dataflow',
      'what flows',
      'title',
      'interface',
      'interface name',
    ],
  },
  from: {
    heading: 'From',
    synonyms: ['source', 'sender', 'origin', 'sent from', 'source system', 'it comes from', 'from asset'],
  },
  to: {
    heading: 'To',
    synonyms: [
      'destination',
      'target',
      'recipient',
      'receiver',
      'sent to',
      'destination system',
      'target system',
      'it goes to',
      'to asset',
    ],
  },
  counterparty: {
    heading: 'Other end',
    synonyms: [
      'counterparty',
      'who is at the other end',
      'with',
      'recipient type',
      'type',
      'kind',
      'direction',
    ],
  },
  phiTypes: {
    heading: 'Kinds of health information',
    synonyms: [
      'phi types',
      'ephi types',
      'type of phi',
      'types of phi',
      'phi',
      'ephi',
      'data',
      'data types',
      'data elements',
    ],
  },
  purpose: { heading: 'Purpose', synonyms: ['why', 'reason', 'business purpose', 'use', 'what it is for'] },
  minimumNecessary: {
    heading: 'Minimum necessary',
    synonyms: ['minimum necessary statement', 'why no less would do', 'minimum', 'justification'],
  },
  transportMethod: {
    heading: 'Way it travels',
    synonyms: [
      'transport method',
      'method',
      'how',
      'how it travels',
      'protocol',
      'transport',
      'channel',
      'medium',
    ],
  },
  transportSecurity: {
    heading: 'Encrypted on the way',
    synonyms: [
      'transport security',
      'encryption in transit',
      'encrypted in transit',
      'encrypted',
      'encryption',
      'is it encrypted on the way',
    ],
  },
  offshore: {
    heading: 'Leaves the United States',
    synonyms: [
      'offshore',
      'off shore',
      'abroad',
      'outside the us',
      'outside us',
      'it leaves the united states',
    ],
  },
  active: { heading: 'In use', synonyms: ['active', 'status', 'state', 'live', 'current'] },
} as const satisfies Record<string, ColumnName>;

export type FlowColumn = keyof typeof FLOW_COLUMNS;
export const FLOW_COLUMN_NAMES = Object.keys(FLOW_COLUMNS) as [FlowColumn, ...FlowColumn[]];

/** What our own export reckons of a flow on its day. */
export const RECKONED_HEADINGS = { vendors: 'Vendors that see it', concerns: 'What stands out' } as const;

export const flowHeadings = headingMatcher(FLOW_COLUMNS, [
  ...Object.values(RECKONED_HEADINGS),
  ...OUR_HEADINGS,
]);
