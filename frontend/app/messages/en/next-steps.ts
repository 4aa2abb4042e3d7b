/** The next step that the law asks for, on the pages that work it out from what they show. */
export const nextSteps = {
  // One risk
  riskInReviewTitle: 'Wait until it is signed',
  riskInReviewText:
    'Somebody reads the analysis to sign it, so its risks stand still. Ask for its return if something has to change.',
  riskWithdrawnTitle: 'Its analysis was withdrawn',
  riskWithdrawnText: 'This risk stays on record as it was. The register goes on without it.',
  riskWaitsTitle: 'A colleague’s turn: {step}',
  riskWaitsOwnerText:
    'A compliance officer does this with {owner}, who answers for the risk. You see here what comes of it.',
  riskWaitsOfficerText: 'This is the work of a compliance officer. You see here what comes of it.',
  riskRateTitle: 'Rate this risk',
  riskRateText: 'Choose how likely it is and how bad it would be: first unprotected, then as it is today.',
  riskDecideTitle: 'Decide what is done about it',
  riskDecideText: 'Reduce it, share it, avoid it, or accept it with a reason that a reader understands.',
  riskOwnTitle: 'Name who answers for it',
  riskOwnText: 'A risk without a person behind it stays as it is.',
  riskPlanTitle: 'Plan how it is reduced',
  riskPlanText: 'Write down who does what until when. A decision without an action does not bring it down.',
  riskFollowTitle: 'Follow its actions',
  riskFollowText: 'It goes down only when what is planned is done. Look at what is due first.',
  riskCheckTitle: 'Have the fix checked',
  riskCheckText: 'The work is done. A second person looks whether it really helps; only then does it count.',
  riskSettleTitle: 'Say what remains of it',
  riskSettleText:
    'All of its actions are done and checked. See that its rating is how it stands now, then mark it as treated.',
  riskAskTitle: 'Have the acceptance approved',
  riskAskText:
    'A second person has to agree that this risk stays as it is, with a reason and a last day. Ask for it.',
  riskDecideAcceptanceTitle: 'Decide whether this risk may stay',
  riskDecideAcceptanceText:
    'A colleague asks you to approve that it is accepted as it is. Read it, then say yes or no.',
  riskWaitAcceptanceTitle: 'It waits for approval',
  riskWaitAcceptanceText: 'Somebody else has to approve that this risk is accepted.',
  riskFindApproverTitle: 'Find somebody who may approve it',
  riskFindApproverText:
    'Nobody else here may approve that this risk is accepted. Invite a second person for it, or give the risk to another owner.',
  riskAskAgainTitle: 'Have the acceptance approved again',
  riskAskAgainText: 'What was approved no longer fits: the risk changed, or the last day has passed.',
  riskKeepTitle: 'Keep it current',
  riskKeepText:
    'Nothing is open here. Look at it again when systems, places or people change, and at the yearly review.',

  // The register
  registerBeginTitle: 'Start the risk analysis',
  registerBeginText: 'Risks come out of an analysis. Without one the register stays empty.',
  registerInReviewTitle: 'The register waits for the signature',
  registerInReviewText: 'A person who did not prepare the analysis reads and signs it.',
  beginReadText: 'A compliance officer starts it, and risks come out of it. An administrator invites one.',
  registerFindTitle: 'Look at what could go wrong',
  registerFindText:
    'Take over the threats that fit your assets and data flows, and say why the rest does not.',
  registerRateTitle: { one: 'Rate one risk', other: 'Rate {count} risks' },
  registerRateText:
    'How likely is each, and how bad would it be? Without a rating nobody sees what comes first.',
  registerDecideTitle: {
    one: 'Decide what to do about one risk',
    other: 'Decide what to do about {count} risks',
  },
  registerDecideText: 'Reduce, share, avoid or accept: each with a reason that a reader understands.',
  registerCarriedOnTitle: 'Go on in the next analysis',
  registerCarriedOnText: 'Its open risks were carried on and live there now, each to be reviewed again.',
  registerReviewTitle: { one: 'Review one carried risk', other: 'Review {count} carried risks' },
  registerReviewText: 'They came from the analysis before. Say why each rating holds, or rate it anew.',
  riskReviewTitle: 'Review this risk',
  riskReviewText: 'It came from the analysis before. Say why its rating holds, or rate it anew.',
  registerOwnTitle: { one: 'Give one risk an owner', other: 'Give {count} risks an owner' },
  registerOwnText: 'A risk without a person behind it stays as it is.',
  registerPlanTitle: { one: 'Plan how one risk is reduced', other: 'Plan how {count} risks are reduced' },
  registerPlanText: 'You want to reduce them, and no action says how. Give each a person and a date.',
  registerSignTitle: 'Have the analysis signed',
  registerSignText: 'Every risk is rated, decided, owned and planned. Check the five tests and hand it in.',
  registerWithdrawnTitle: 'See the register as it is now',
  registerWithdrawnText: 'This analysis was withdrawn: what it holds is a record only.',
  registerKeepTitle: 'Keep the register current',
  registerKeepText:
    'Every risk is rated, decided, owned and planned. Add what is new when systems, places or people change.',

  // One action
  actionAssignTitle: 'Give it an owner and a date',
  actionAssignText: 'Somebody has to see to it, by a day that they know. Until then it only stands here.',
  actionOwnTitle: 'Give it an owner',
  actionOwnText: 'It has a date and nobody behind it. Name who sees to it.',
  actionDateTitle: 'Give it a date',
  actionDateText: 'Without a day it is nobody’s next thing. Choose one that can be kept.',
  actionOverdueTitle: 'Finish it, or move its date',
  actionOverdueText:
    'Its day has passed. If it needs longer, choose a new one and say why: both stay on record.',
  actionStartTitle: 'Start it',
  actionStartText: 'Tick the milestones on the way, and keep what shows that it was done.',
  actionWaitsTitle: '{number} comes first',
  actionWaitsText: 'This action waits for it and cannot be marked as done before.',
  actionFinishTitle: 'Finish it, with evidence',
  actionFinishText: 'Add a photo, an export or a signed page, then mark it as done.',
  actionValidateTitle: 'Check that it works',
  actionValidateText:
    'Somebody marked it as done. Look at the evidence and at the thing itself, then confirm it or open it again.',
  actionWaitTitle: 'Another person checks it',
  actionWaitText:
    'A compliance officer or an administrator who did not mark it as done confirms that it works. Only then does it count.',

  // The plan
  planOverdueTitle: { one: 'One action is overdue', other: '{count} actions are overdue' },
  planOverdueText: 'Finish them or move their dates with a reason. A late fix is a risk that is still there.',
  planCheckTitle: { one: 'One fix waits to be checked', other: '{count} fixes wait to be checked' },
  planCheckText: 'A second person confirms that it works. Until then it does not count.',
  planOwnTitle: { one: 'Give one action an owner', other: 'Give {count} actions an owner' },
  planOwnText: 'What nobody sees to does not happen. Name a person for each.',
  planDateTitle: { one: 'Give one action a date', other: 'Give {count} actions a date' },
  planDateText: 'Choose days that can be kept. They stand last in the list below.',
  planGoOnTitle: { one: 'Finish the open action', other: 'Finish the {count} open actions' },
  planGoOnText: 'All have an owner and a day, and none is late. Keep it so.',
  planFirstTitle: 'Plan the first fix',
  planFirstText: 'Begin with the highest risk that you want to reduce: a person, a day, an amount.',
  planDoneTitle: 'Nothing is open',
  planDoneText: 'Every fix is done and checked. New risks bring new actions.',

  // Assessments
  assessmentsBeginTitle: 'Start the risk analysis',
  assessmentsBeginText: 'It is the first thing that an auditor asks for. It leads you through in steps.',
  assessmentsGoOnTitle: 'Go on with “{title}”',
  assessmentsGoOnText: '{answered} of {total} questions are answered. Open it: it says what comes next.',
  assessmentsSignTitle: 'Read “{title}” and sign it',
  assessmentsSignText: 'A person who did not prepare it signs, or returns it with a reason.',
  assessmentsKeepTitle: 'Keep the analysis current',
  assessmentsKeepText:
    'The newest one is signed. Do the next after a big change, and at the latest in a year.',

  // Settings
  membersOfficerTitle: 'Name your compliance officer',
  membersOfficerText:
    'One person has to answer for security. Invite them in this role; they do the risk analysis. Will you do it yourself? Then invite another administrator first, who can give you the role.',
  membersOfficerReadText:
    'One person has to answer for security. An administrator invites them in this role.',
  membersAwaitTitle: 'Wait until your compliance officer joins',
  membersAwaitText: 'The invitation is out. Remind them if the link gets old; you can make a new one.',
  membersSignerTitle: 'Find a second person who can sign',
  membersSignerText:
    'Nobody signs an analysis that they prepared. Invite another administrator or compliance officer.',
  membersKeepTitle: 'Keep the list of people true',
  membersKeepText: 'End the access of who leaves on their last day, and change the role of who changes work.',
  sitesFirstTitle: 'Add your first site',
  sitesFirstText:
    'The analysis covers every place where ePHI is. One office, or your home office, is a site too.',
  sitesKeepTitle: 'Keep the places true',
  sitesKeepText: 'When one opens, moves or closes, change it here and look at the analysis again.',
  organizationSizeTitle: 'Say how many people work for you',
  organizationSizeText:
    'What is reasonable protection depends on your size. A reader of the report looks for it.',
  organizationKeepTitle: 'Look at these facts once a year',
  organizationKeepText:
    'They stand in the report of the analysis. Change them when the organization changes.',

  // One asset
  assetDisposeTitle: 'Remove its ePHI, and record how',
  assetDisposeText:
    'It is out of use and still here. Before it is thrown away, sold or returned, what is on it has to be removed; the record of how has to stay.',
  assetDisposedTitle: 'Keep the record',
  assetDisposedText: 'It is gone, and it is written down how its ePHI was removed. Keep that for six years.',
  assetRetiredTitle: 'Nothing, if its ePHI is gone',
  assetRetiredText:
    'Before a device or medium leaves the house, what it holds is made unreadable, and that is written down.',
  assetOwnTitle: 'Say who answers for it',
  assetOwnText: 'The rule asks for a record of who is responsible for hardware and media that move.',
  assetEncryptionTitle: 'Find out whether it is encrypted',
  assetEncryptionText:
    'Lost or stolen and encrypted, there may be nothing to report; not encrypted, it may be a breach.',
  assetBackupTitle: 'Find out whether it is backed up',
  assetBackupText:
    'Exact copies of ePHI that can be fetched back are required, also after fire or ransomware.',
  assetFlowTitle: 'Say where its ePHI comes from and goes',
  assetFlowText:
    'No data flow touches it yet. What is sent belongs to the risk analysis as much as what is kept.',
  assetKeepTitle: 'Keep it true',
  assetKeepText: 'Nothing is missing here. Look again when the asset, its place or its use changes.',

  // One data flow
  flowMendTitle: 'See to this: {concern}',
  flowMendText: 'Below it says what can be done. Once it is settled, write it down here.',
  flowKeepTitle: 'Keep it true',
  flowKeepText: 'Nothing stands out here. Look again when its purpose, its way or the receiver changes.',

  // The audit trail
  auditVerifyTitle: 'Verify the log',
  auditVerifyText: 'It finds any entry that was tampered with, and takes seconds.',
  auditFaultsTitle: 'Find out what happened to the log',
  auditFaultsText:
    'Entries were changed, removed or put in. Save what there is, and treat it as a security incident until you know better.',
  auditReviewTitle: 'Look through it regularly',
  auditReviewText:
    'Someone has to review who did what: sign-ins, exports, changes of roles. Filter, read, and export what you looked at.',

  // The packs of questions
  packsUseTitle: 'Answer the questions of one',
  packsUseText: 'An analysis is made with one pack from its beginning to its signature.',
} as const;
