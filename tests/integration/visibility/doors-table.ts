/** Who stands before a door: those of a dossier, those of another one, who have nothing to do with it, and anyone who is not signed in. */
export const ofTheMerchant = ['respondent', 'clerk', 'otherClerk', 'substitute'];
export const strangers = ['stranger.consumer', 'stranger.respondent', 'stranger.clerk', 'stranger.mediator'];
/** Had a place in it, and has none any more. */
const formers = ['former.clerk', 'former.mediator'];
const accounts = [...['consumer', 'friend', ...ofTheMerchant, 'mediator', 'officer', ...strangers, ...formers]];
export const everybody = ['visitor', ...accounts];

const ofTheDossier = ['consumer', ...ofTheMerchant];
const inCharge = ['consumer', 'clerk'];
const consumers = ['consumer', 'friend', 'stranger.consumer'];
/** A company's people find their own company's alone; who is of none any more, nothing. */
const ofMerchants = [...ofTheMerchant, 'stranger.respondent', 'stranger.clerk', 'former.clerk'];
const visitors = ['visitor'];
const office = ['officer'];
const mediator = ['mediator'];
const mediators = ['mediator', 'stranger.mediator', 'former.mediator'];

/**
 * Who opens which page, by someone who did not look at the code: everybody else, and everybody of another dossier, finds it closed, as a page, as its data,
 * as a file and as a stream. A route without a row here fails (./doors.spec.ts).
 */
export const doors: Record<string, string[]> = {
  ...rows('public', everybody, 'home help helpTheme whoSeesWhat terms confidentiality privacy accessibility'),
  ...rows('accounts', visitors, 'signUp signIn passkeySignIn'),
  ...rows('accounts', everybody, 'forgot'),
  ...rows('accounts', accounts, 'profile security email factors authenticator passkey'),
  ...rows('office', office, 'home queue queueFile codes issueCodes dossiers dossier assignMediator followUp letter'),
  ...rows('office', office, 'merchants enrolMerchant merchant editMerchant addMember member'),
  ...rows('office', office, 'figures figuresFile policy nextPolicy participation accessRequest'),
  ...rows('office', office, 'reading readings readingsFile'),
  ...rows('office', office, 'dossiersFile codesFile merchantsFile mediatorsFile absencesFile membersFile policyFile'),
  // Confirms what was written just before, and leads there when nothing was.
  'office.confirmPolicy': [],
  ...rows('office', office, 'absences mediators openMediator mediator accounts account handOver handingOver'),
  'filing.start': ['visitor', ...consumers],
  ...rows('filing', ['consumer'], 'undertaking tasks screen documents review'),
  'dossier.list': accounts.filter((who) => who !== 'officer'),
  'dossier.listFile': mediators,
  // The Office reads that there is such a page, and nothing on it: ./marks.spec.ts.
  ...rows('dossier', [...ofTheDossier, 'officer'], 'summary documents proposals messages certificate live'),
  ...rows('dossier', ofTheDossier, 'fileSummary compare mediation'),
  ...rows('dossier', [...ofTheDossier, 'mediator'], 'proposalsTable'),
  ...rows('dossier', ['consumer'], 'withdrawDocument editProposal'),
  ...rows('dossier', ['clerk'], 'propose acceptProposal'),
  ...rows('dossier', inCharge, 'close askForRevision shareMessages leaveMediation openCaucus'),
  // Between the two sides, for those who negotiate, and the mediator to whom they were shown.
  'dossier.sharedMessages': ['consumer', 'respondent', 'clerk', 'mediator'],
  ...rows('dossier', ofTheMerchant, 'takeCharge refuse'),
  ...rows('dossier', mediator, 'declareNoConflict closeMediation handBack report notes'),
  'representation.manage': ['consumer'],
  'representation.invitation': consumers,
  'absences.list': mediators,
  'absences.change': mediator,
  ...rows('participation', everybody, 'form sent'),
  ...rows('participation', ofTheMerchant, 'company companyFile'),
  ...rows('queue', ofMerchants, 'list file charge establishment absences replies repliesFile'),
  'queue.reply': ofTheMerchant,
};

/** They show nothing of anybody: where one is sent on, or on the way in with a code or a link of one's own (../pages/ways-in.spec.ts). */
export const passages = [
  ...['public.refusal', 'public.notFound', 'dossier.listAlias', 'accounts.signOut', 'accounts.keeping'],
  ...['accounts.preferences', 'accounts.verify', 'accounts.demonstration', 'accounts.secondStep', 'accounts.reset'],
  ...[
    'accounts.identity',
    'accounts.identityReturn',
    'accounts.activation',
    'accounts.undertaking',
    'accounts.emailCode',
    'accounts.emailUndo',
  ],
  ...['participation.team', 'participation.followed'],
  // Needs a file that was kept: ./marks.spec.ts reads its bytes as everyone.
  'dossier.document',
];

function rows(feature: string, who: string[], names: string): Record<string, string[]> {
  return Object.fromEntries(names.split(' ').map((name) => [`${feature}.${name}`, who]));
}

/** What opens, of the pages of a dossier, to someone who has a place there that nobody has in the dossiers above. */
const readByTheSide = 'summary documents fileSummary proposals compare proposalsTable messages live mediation';
const inDossier = (names: string): string[] => names.split(' ').map((name) => `dossier.${name}`);
const represents = [...inDossier(readByTheSide), 'representation.manage'];
const answers = inDossier(`${readByTheSide} propose acceptProposal close`);
const awaits = inDossier(`${readByTheSide} editProposal withdrawDocument close`);
const mediated = inDossier(
  `${readByTheSide} sharedMessages shareMessages acceptProposal askForRevision leaveMediation openCaucus`,
);
const ofMediator =
  'summary documents fileSummary proposals compare proposalsTable messages live sharedMessages closeMediation handBack report notes';
const ofDraft = ['filing.tasks', 'filing.documents', 'filing.review', 'dossier.live', 'representation.manage'];
export const inScene: Record<string, string[]> = {
  // Who represents writes the draft; who is represented reads it as it stands, and may add documents (F-071, F-074).
  'represented.consumer of a draft': ofDraft,
  'representative of a draft': [...ofDraft, 'filing.screen'],
  // Who is represented reads, and may end it (F-071, L218).
  'represented.consumer': represents,
  'represented.consumer in mediation': [...represents, 'dossier.sharedMessages'],
  representative: [...represents, ...inDossier('close withdrawDocument editProposal')],
  'representative in mediation': [
    ...represents,
    ...inDossier('sharedMessages shareMessages withdrawDocument acceptProposal askForRevision leaveMediation'),
  ],
  // As a colleague in charge.
  'respondent in charge': inDossier(`${readByTheSide} propose acceptProposal close`),
  // Both sides alike, whoever acts for them.
  'consumer who answers': [...answers, 'representation.manage'],
  'representative who answers': [...answers, 'representation.manage'],
  'clerk who awaits': awaits,
  'respondent who awaits': awaits,
  'consumer after a change of hands': [...mediated, 'representation.manage'],
  'representative after a change of hands': [...mediated, 'representation.manage'],
  'clerk after a change of hands': mediated,
  'respondent after a change of hands': mediated,
  'representative after an agreement': [...represents, ...inDossier('certificate sharedMessages')],
  'mediator who begins': inDossier(`${ofMediator} propose`),
  'mediator of this one': inDossier(`${ofMediator} editProposal`),
  'mediator after an agreement': inDossier(
    'summary documents fileSummary proposals compare proposalsTable messages live sharedMessages certificate notes',
  ),
  // ADR 31, F-121.
  'named.mediator': inDossier('declareNoConflict'),
  'former.mediator of this one': [],
  // Names, problem and documents are on pages that are open to every officer (ADR 37).
  'officer who reads by exception': [
    ...inDossier('summary documents proposals messages live'),
    ...['office.dossier', 'office.followUp', 'office.letter', 'office.reading'],
  ],
};
