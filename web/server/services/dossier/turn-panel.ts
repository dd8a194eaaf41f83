import { href, pages } from '#contracts/pages/index.ts';
import { formatDateTime, formatDay, formatShortDay } from '#content/texts/format.ts';
import type { Language, Translate } from '#content/texts/index.ts';
import { mediationAvailableAt, otherSide, turn, type Dossier, type Side, type Turn } from '#domain/dossier/index.ts';
import { linksOf, mediationWait, type ActionLink } from './links.ts';
import { nameOf, otherPartyOf, sentence } from './names.ts';
import { turnReaderOf, type Opened } from './reader.ts';

/** « À qui le tour » in words (B-01): who must act, what they can do, by when, what happens otherwise. */
export type TurnPanel = {
  /** The reader can act now. */
  yours: boolean;
  head: string;
  what: string;
  by: string | null;
  since: string | null;
  /** Who acts for whom, when the reader might wonder. */
  notes: string[];
  main: ActionLink | null;
  others: ActionLink[];
  mediation: MediationConditions | null;
};

/** The two conditions of a request for mediation with where each stands (F-105, A-01). */
export type MediationConditions = {
  proposals: { met: boolean; counts: string };
  days: { met: boolean; text: string; from: string };
};

type Stand = 'you' | 'yourSide' | 'them';

export function turnPanelOf(opened: Opened, language: Language, t: Translate): TurnPanel {
  const view = turn(opened.state, opened.now, turnReaderOf(opened));
  const stand = standOf(opened, view);
  const links = linksOf(opened, t);
  const main = stand === 'you' ? mainOf(opened, view, links, t) : null;
  const about = { who: whoOf(opened, view, t), other: otherOf(opened, view, t) };
  return {
    yours: stand === 'you' && view.what !== 'performAgreement',
    head: headOf(opened, view, stand, t),
    what: sentence(t(`turn:what.${view.what}.${stand}`, about)),
    by: byOf(view, stand, language, t),
    since:
      view.since && view.who !== 'none' && view.what !== 'performAgreement'
        ? t('turn:since', { date: formatShortDay(language, view.since) })
        : null,
    notes: notesOf(opened, t),
    main,
    others: links.filter(
      (link) => link.to !== main?.to && link.type !== (main?.type === 'answer' ? 'acceptProposal' : ''),
    ),
    mediation: mediationConditions(opened, language, t),
  };
}

function standOf(opened: Opened, view: Turn): Stand {
  const { viewer, side } = opened;
  if (view.who === 'mediator') return viewer === 'mediator' ? 'you' : 'them';
  if (view.who === 'office') return viewer === 'officer' ? 'you' : 'them';
  if (view.who === 'none' || side === null || (view.who !== 'both' && view.who !== side)) return 'them';
  if (viewer === 'consumer' || viewer === 'consumerRepresentative' || viewer === 'handler') return 'you';
  // Before take-over any member of the company may answer (F-081, F-084).
  return view.what === 'takeChargeOrRefuse' ? 'you' : 'yourSide';
}

function headOf(opened: Opened, view: Turn, stand: Stand, t: Translate): string {
  if (view.who === 'none' || view.what === 'performAgreement')
    return t(view.who === 'none' ? 'turn:head.none' : 'turn:head.both');
  if (stand === 'you') return t('turn:head.you');
  if (stand === 'yourSide') {
    const actor = opened.side === 'consumer' ? opened.head.representative?.name : opened.head.handler?.name;
    if (actor) return t('turn:head.yourSide', { actor });
  }
  if (view.who === 'both') return t('turn:head.both');
  return t('turn:head.them', { who: whoOf(opened, view, t) });
}

function whoOf(opened: Opened, view: Turn, t: Translate): string {
  if (view.who === 'none' || view.who === 'both') return '';
  return nameOf(opened, view.who, t);
}

/** Who stands across from the one who must act: the author of what is answered. */
function otherOf(opened: Opened, view: Turn, t: Translate): string {
  if (view.who === 'consumer' || view.who === 'merchant') return nameOf(opened, otherSide(view.who), t);
  return otherPartyOf(opened, t);
}

function byOf(view: Turn, stand: Stand, language: Language, t: Translate): string | null {
  if (!view.by)
    return view.who === 'consumer' || view.who === 'merchant' || view.who === 'both' ? t('turn:noLimit') : null;
  const { at, then } = view.by;
  switch (then) {
    case 'reminder':
      return t(`turn:by.reminder.${stand === 'you' ? 'you' : 'them'}`, { date: formatDay(language, at) });
    case 'officeAlert':
    case 'erased':
      return t(`turn:by.${then}`, { date: formatDay(language, at) });
    case 'expires':
    case 'closes':
    case 'messagesClose':
      return t(`turn:by.${then}`, { date: formatDateTime(language, at) });
  }
}

function notesOf(opened: Opened, t: Translate): string[] {
  const { viewer, head, state } = opened;
  if (state.closing) return [];
  const notes: string[] = [];
  if (viewer === 'representedConsumer') notes.push(t('turn:represented', { name: head.representative?.name ?? '' }));
  if (viewer === 'consumer' && state.representative?.status === 'invited') {
    notes.push(t('turn:invited', { name: head.representative?.name ?? '' }));
  }
  if (
    (viewer === 'respondent' || viewer === 'otherMerchantRepresentative') &&
    head.handler &&
    state.status !== 'mediation'
  ) {
    notes.push(t('turn:heldByColleague', { name: head.handler.name }));
  }
  return notes;
}

/** The act expected now: the page's only primary button. */
function mainOf(opened: Opened, view: Turn, links: ActionLink[], t: Translate): ActionLink | null {
  const { id } = opened.head;
  switch (view.what) {
    case 'takeChargeOrRefuse':
      return links.find((link) => link.type === 'takeCharge') ?? null;
    case 'answerProposal':
      return {
        type: 'answer',
        label: t('turn:actions.readAndAnswer'),
        to: href(pages.dossier.proposals, { dossierId: id }),
      };
    case 'answerMediatorProposal':
    case 'acceptOther':
      return links.find((link) => link.type === 'acceptProposal') ?? null;
    case 'performAgreement':
      return {
        type: 'read',
        label: t('turn:actions.readAgreement'),
        to: href(pages.dossier.documents, { dossierId: id }),
      };
    case 'discussInMediation':
      return {
        type: 'discuss',
        label: t('turn:actions.discuss'),
        to: `${href(pages.dossier.proposals, { dossierId: id })}#discussion`,
      };
    default:
      return null;
  }
}

function mediationConditions(opened: Opened, language: Language, t: Translate): MediationConditions | null {
  const { state, side } = opened;
  if (side === null || !mediationWait(opened)) return null;
  return conditionsOf(state, opened.now, language, t);
}

/** Where the two conditions stand, met or not: the panel shows them while they are not, the request's own page always. */
export function conditionsOf(state: Dossier, now: string, language: Language, t: Translate): MediationConditions {
  const made = (side: Side) => state.proposals.filter((proposal) => proposal.author === side).length;
  const from = mediationAvailableAt(state);
  const { mediationWait: wait } = state.policy;
  const days = 'days' in wait ? wait.days : 'seconds' in wait ? Math.ceil(wait.seconds / 86_400) : wait.businessDays;
  return {
    proposals: {
      met: made('consumer') > 0 && made('merchant') > 0,
      counts: t('turn:mediation.counts', { consumer: made('consumer'), merchant: made('merchant') }),
    },
    days: {
      met: from !== null && from <= now,
      text: t('turn:mediation.days', { days }),
      from: from
        ? t(from <= now ? 'turn:mediation.from' : 'turn:mediation.fromLater', { date: formatDay(language, from) })
        : t('turn:mediation.noStart'),
    },
  };
}
