import { helpCheckedOn, helpText, type HelpBlock, type HelpDurations, type HelpLink } from '#content/help/index.ts';
import type { Reader } from '#content/reader.ts';
import { helpAddress, helpSlugs, href, pages, type HelpTheme } from '#contracts/pages/index.ts';
import type { Duration } from '#domain/calendar/durations.ts';
import { countOf } from '#domain/policy/terms.ts';
import { keysOf } from '#domain/known-values.ts';

type Values = { email: string; durations: HelpDurations };

/** A page of help in words, its links made (F-146, F-147, F-148). */
export function presentHelp(reader: Reader, theme: HelpTheme, values: Values) {
  const { title, lead, sections } = textOf(reader, theme, values);
  return {
    title,
    lead,
    checkedOn: { date: helpCheckedOn[theme], words: reader.date(helpCheckedOn[theme]) },
    sections: sections.map(({ id, heading, blocks }) => ({
      id,
      heading,
      blocks: blocks.map((block) => presentBlock(reader, block, values)),
    })),
  };
}

/** The contents of the help: its pages with their sections. */
export function presentContents(reader: Reader, values: Values) {
  return keysOf(helpSlugs).map((theme) => {
    const { title, lead, sections } = textOf(reader, theme, values);
    return {
      theme,
      title,
      lead,
      to: helpAddress(theme),
      sections: sections.map(({ id, heading }) => ({ id, heading, to: helpAddress(theme, id) })),
    };
  });
}

function textOf(reader: Reader, theme: HelpTheme, { email, durations }: Values) {
  const { draft, mediationWait, mediationTarget, messages, retention } = durations;
  const number = (days: number) => reader.number(days);
  return helpText(theme, reader.language, {
    email,
    draft: number(draft),
    mediationWait: number(mediationWait),
    mediationTarget: number(mediationTarget),
    messages: number(messages),
    retention: lengthOf(reader, retention),
  });
}

/** A length with its unit: « 1 an ». */
export function lengthOf({ t }: Reader, length: Duration): string {
  return t(`policy:durations.${Object.keys(length)[0] ?? 'days'}`, { count: countOf(length) });
}

function presentBlock(reader: Reader, block: HelpBlock, { email }: Values) {
  if (typeof block === 'string') return { kind: 'paragraph' as const, text: block };
  if ('list' in block) return { kind: 'list' as const, items: [...block.list] };
  if ('steps' in block) return { kind: 'steps' as const, items: [...block.steps] };
  if ('links' in block)
    return { kind: 'links' as const, links: block.links.map((link) => presentLink(reader, link, email)) };
  if ('remedies' in block) {
    const named = reader.choices('remedies').map(({ code, label }) => ({ code, label }));
    const parts = keysOf(block.remedies).map((code) => ({
      id: `solution-${code}`,
      heading: named.find((each) => each.code === code)?.label ?? code,
      text: [block.remedies[code]],
    }));
    return { kind: 'parts' as const, parts };
  }
  const parts = block.parts.map(({ heading, text }) => ({ id: null, heading, text: [...text] }));
  return { kind: 'parts' as const, parts };
}

type PresentedLink = { label: string; note: string | null; to: string; language: string | null };

function presentLink(reader: Reader, { label, to, note }: HelpLink, email: string): PresentedLink {
  const inside = { label, note: note ?? null, language: null };
  if ('theme' in to) return { ...inside, to: helpAddress(to.theme, to.section) };
  if ('form' in to) return { ...inside, to: href(pages.participation.form) };
  if ('page' in to) return { ...inside, to: href(pages.public[to.page]) };
  if ('mail' in to) return { ...inside, to: `mailto:${email}` };
  return { ...inside, to: to.url, language: to.language === reader.language ? null : to.language };
}
