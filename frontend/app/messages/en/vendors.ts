export const vendors = {
  title: 'Vendors',
  lead: 'Who works with your ePHI from outside, and whether an agreement covers it.',
  caption: 'Vendors',
  add: 'Add a vendor',

  emptyTitle: 'No vendor is listed yet',
  emptyText:
    'Whoever makes, receives, keeps or sends ePHI for you is a business associate: the billing company, whoever hosts the health record, the shredding service, the answering service at night. List them, and say how the agreement with each stands.',
  nextAddTitle: 'List who works with your ePHI',
  nextAddReadText:
    'A business associate may have ePHI only after they gave satisfactory assurances, in a written contract, that they protect it. A vendor manager or a compliance officer lists them.',
  nextAddText:
    'A business associate may have ePHI only after they gave satisfactory assurances, in a written contract, that they protect it.',
  nextAgreeTitle: {
    one: 'Sign an agreement with one vendor',
    other: 'Sign agreements with {count} vendors',
  },
  nextAgreeText:
    'They get ePHI, and no business associate agreement is in force. Sign one, or stop what flows.',
  nextFineTitle: 'Keep the list true',
  nextFineText:
    'Everybody who gets ePHI by a listed flow is covered. Add a vendor before the first file is sent.',

  searchLabel: 'Name or service',
  filterAgreement: 'Agreement',
  filterNeeds: 'Gets ePHI without one',
  filterActive: 'Works with us',
  yes: 'yes',
  no: 'no',

  name: 'Name',
  nameHint: 'As it stands in the contract. Assets that name it the same way know its agreement.',
  service: 'What they do for you',
  contactEmail: 'Contact e-mail',
  agreement: 'Business associate agreement',
  agreementHint:
    'Somebody who makes, receives, keeps or sends ePHI for you needs one before the first record leaves.',
  reason: 'Why none is needed',
  reasonHint:
    'Only where none is needed: such as a treating provider, a bank that only moves money, the mail.',
  signedOn: 'Signed on',
  endsOn: 'Ends on',
  endsOnHint: 'Leave it empty when it runs until somebody ends it.',
  active: 'Works with us',
  activeHint: 'Take the tick away when the work has ended and the data came back or was destroyed.',
  none: 'None given',
  noEnd: 'No end',

  newTitle: 'Add a vendor',
  newLead: 'The name and how the agreement stands are enough to begin with.',
  create: 'Add vendor',
  created: '{name} was added.',
  saved: '{name} was saved.',
  edit: 'Edit',
  editTitle: 'Edit {name}',
  facts: 'Facts',
  works: 'Works with us',
  hasEnded: 'Work has ended',
  lastChanged: 'Last changed',
  writtenDown: 'written down as: {status}',

  flows: 'Data flows with this vendor',
  flowsLead: 'Each flow in use that begins or ends with them, or at an asset that they run.',
  flowsEmptyTitle: 'No flow is listed for this vendor',
  flowsEmpty: 'If they get ePHI or send some, add the flow: the risk analysis looks at it.',
  addFlow: 'Add a flow to them',
  moreFlows: 'See all flows with this vendor',

  tableVendor: 'Vendor',
  tableFlows: 'Flows in use',
  tableStatus: 'Status',

  agreement_none: 'None',
  'agreement_in-negotiation': 'In negotiation',
  agreement_signed: 'Signed',
  agreement_expired: 'Expired',
  'agreement_not-required': 'Not required',
  agreementHint_none: 'Nothing is signed',
  'agreementHint_in-negotiation': 'Drafts go to and fro',
  agreementHint_signed: 'By both sides, and in force',
  agreementHint_expired: 'It ended and was not renewed',
  'agreementHint_not-required': 'They are no business associate',

  nextSignTitle: 'Sign an agreement before more is sent',
  nextSignText:
    'ePHI flows to or from them, and nothing in writing says how they protect it. Sign a business associate agreement, or end the flows.',
  nextRenewTitle: 'Renew the agreement',
  nextRenewText:
    'It has ended, and ePHI still flows. Sign a new one with what such a contract has to say, or end the flows.',
  nextListFlowsTitle: 'Say what flows to them',
  nextListFlowsText: 'No flow is listed. If they get ePHI, add it, and sign an agreement first.',
  nextEndsTitle: 'Renew it before it ends',
  nextEndsText: 'The agreement is in force until the day below. Begin early: a lawyer reads it, too.',
  nextCheckTitle: 'Ask again whether none is needed',
  nextCheckText: 'Look at it when what they do for you changes, and at the yearly review.',
  nextKeepTitle: 'Keep it true',
  nextKeepText: 'An agreement is in force. Look at it again when what they do for you changes.',
} as const;
