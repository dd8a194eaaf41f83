import { announce, button, element, link } from '../../ui/sent-page.ts';
import type { Words } from './types.ts';

/** Where what is typed stands. `here`: in this browser alone. */
export type State =
  | { kind: 'idle' | 'saving' | 'unsaved' | 'sent' | 'conflict' | 'ended' | 'other' | 'away' | 'open' }
  | { kind: 'tooLong'; max: string }
  | { kind: 'saved'; at: string; beside: 'sent' | 'changed' | null }
  | { kind: 'refused'; sentence: string };

type Choice = { label: string; act: () => void } | { label: string; to: string };

/** A text that is not in the form. `label`: of its field, when the form has that one in another state. */
type Beside = { label: string; text: string; use: () => void };

/** How one form speaks to the person: one line, and notices under it. */
export type Says = {
  state(state: State): void;
  /** What the person had written was put back; `drop` takes it away again. */
  back(drop: () => void): void;
  /** Texts that are not in the form; nothing that was typed is hidden. */
  beside(texts: Beside[], drop: () => void): void;
};

type Settings = {
  words: Words;
  /** Read by other people than its author: a filing. */
  shared: boolean;
  signIn: string;
  /** Of a conflict: to save over the other version. */
  overwrite: () => void;
  /** Of a conflict: to leave one's own. */
  takeOther: () => void;
};

/** @param place where the form speaks; built of the elements of the interface kit, since pages that were sent cannot be rendered again. */
export function saysIn(place: HTMLElement, settings: Settings): Says {
  const { words, shared, signIn } = settings;
  const line = place.querySelector<HTMLElement>('.pc-saved') ?? place.appendChild(element('p', 'pc-saved'));
  const notices = new Map<string, HTMLElement>();
  let last = '';
  const show = (name: string, notice: HTMLElement | null) => {
    notices.get(name)?.remove();
    notices.delete(name);
    if (notice) notices.set(name, place.appendChild(notice));
  };
  return {
    state(state) {
      const sentence = sentenceOf(state, words, shared);
      if (line.textContent !== sentence) line.textContent = sentence;
      show('state', noticeOf(state));
      titled(state.kind === 'refused' || noticeTitle(state) !== null, words.titlePrefix);
      // A change of state is read out once; that it is being saved again, or at which minute, is none.
      const told = state.kind === 'saved' ? words.kept.savedOnce : (noticeTitle(state) ?? sentence);
      if (state.kind === 'saving' || state.kind === 'idle' || told === last) return;
      last = told;
      announce(told);
    },
    back(drop) {
      const away = { label: words.kept.notBack, act: () => (show('back', null), drop()) };
      show('back', notice({ kind: 'neutral', title: words.kept.back, choices: [away] }));
      announce(words.kept.back);
    },
    beside(texts, drop) {
      if (texts.length === 0) return show('beside', null);
      const title = words.kept.besideTitle;
      const made = notice({ kind: 'neutral', title, choices: [{ label: words.kept.forget, act: drop }] });
      const content = made.querySelector('.content');
      for (const { label, text, use } of texts) {
        const one = element('div', 'pc-other-draft');
        if (label) one.append(element('p', '', label));
        one.append(element('div', 'pc-user-text', text), button({ label: words.drafts.continue, act: use }));
        content?.insertBefore(one, content.lastElementChild);
      }
      show('beside', made);
      announce(title);
    },
  };

  function noticeTitle({ kind }: State): string | null {
    if (kind === 'conflict') return words.kept.conflict.title;
    return kind === 'ended' || kind === 'other' || kind === 'away' ? words.kept[kind].title : null;
  }

  function noticeOf(state: State): HTMLElement | null {
    const { kind } = state;
    const title = noticeTitle(state);
    if (title === null) return null;
    if (kind === 'conflict') {
      const { readOther, saveMine, takeOther } = words.kept.conflict;
      const choices = [
        { label: readOther, to: location.pathname + location.search },
        { label: saveMine, act: settings.overwrite },
        { label: takeOther, act: settings.takeOther },
      ];
      return notice({ kind: 'warning', title, choices });
    }
    if (kind !== 'ended' && kind !== 'other' && kind !== 'away') return null;
    const choices = kind === 'away' ? [] : [{ label: words.kept.signIn, to: signIn }];
    return notice({ kind: 'warning', title, text: words.kept[kind].text, choices });
  }
}

function sentenceOf(state: State, words: Words, shared: boolean): string {
  const { drafts } = words;
  const { saving, saved, unsaved } = shared ? words.kept.shared : drafts;
  switch (state.kind) {
    case 'saving':
      return saving;
    case 'unsaved':
      return unsaved;
    case 'sent':
      return drafts.sent;
    case 'open':
      return words.kept.open;
    case 'tooLong':
      return drafts.tooLong.replace('{{max}}', state.max);
    case 'refused':
      return `${drafts.refused} ${state.sentence}`;
    case 'saved':
      return `${state.beside ? `${drafts.beside[state.beside]} ` : ''}${saved.replace('{{time}}', state.at)}`;
    default:
      return '';
  }
}

/** « Erreur : » at the start of the title while a refusal is shown; a page that was refused as a document has it from the server. */
function titled(refused: boolean, prefix: string): void {
  const bare = document.title.startsWith(`${prefix} `) ? document.title.slice(prefix.length + 1) : document.title;
  if (refused) document.title = `${prefix} ${bare}`;
  else if (document.title !== bare && !document.querySelector('[data-kept-replied]')) document.title = bare;
}

function notice(made: { kind: 'neutral' | 'warning'; title: string; text?: string; choices: Choice[] }): HTMLElement {
  const { kind, title, text, choices } = made;
  const content = element('div', 'content');
  content.append(element('p', 'pc-notice-title', title));
  if (text) content.append(element('p', '', text));
  if (choices.length > 0) {
    const group = element('div', 'qc-button-group pc-button-group');
    group.append(...choices.map((choice) => ('act' in choice ? button(choice) : linkBeside(choice))));
    content.append(group);
  }
  const icon = element('span', 'qc-icon pc-icon pc-icon-md');
  icon.setAttribute('aria-hidden', 'true');
  icon.dataset['imgType'] = kind === 'warning' ? 'warning' : 'note';
  icon.dataset['imgSize'] = 'md';
  const [frame, beside, container] = [`qc-notice qc-${kind} pc-notice`, 'icon-container', 'content-container'].map(
    (name) => element('div', name),
  );
  beside!.append(icon);
  container!.append(content);
  frame!.append(beside!, container!);
  return frame!;
}

/** Opens beside, so that the page that holds the text stays. */
function linkBeside(choice: { label: string; to: string }): HTMLElement {
  const made = link(choice);
  made.setAttribute('target', '_blank');
  made.setAttribute('rel', 'noopener');
  return made;
}
