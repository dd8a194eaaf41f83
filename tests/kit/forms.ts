/** A form of a page, as a program may fill it. */
export type FoundForm = {
  action: string;
  /** Hidden fields, with their values. */
  hidden: [string, string][];
  /** Names of what a person fills, ticks or chooses; `text` tells those that hold what is typed. */
  fields: { name: string; text: boolean }[];
  /** Name and value of each button that has them; one without when the form has a plain button. */
  buttons: ([string, string] | null)[];
  multipart: boolean;
};

const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1];
  return found === undefined ? null : unescape(found);
};
const unescape = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/** The forms within `main` that are posted. */
export function formsOf(html: string, address: string): FoundForm[] {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
  return (main.match(/<form[\s\S]*?<\/form>/g) ?? []).flatMap((form) => {
    const head = /<form[^>]*>/.exec(form)?.[0] ?? '';
    if (attribute(head, 'method') !== 'post') return [];
    const tags = form.match(/<(?:input|textarea|select)\b[^>]*>/g) ?? [];
    const named = tags.filter((tag) => attribute(tag, 'name'));
    const hidden = named.filter((tag) => attribute(tag, 'type') === 'hidden');
    const open = named.filter((tag) => !hidden.includes(tag));
    const fields = open.map((tag) => ({
      name: attribute(tag, 'name') ?? '',
      text:
        tag.startsWith('<textarea') ||
        (tag.startsWith('<input') && ['text', null].includes(attribute(tag, 'type')) && !/\sreadonly\b/i.test(tag)),
    }));
    const buttons = (form.match(/<button\b[^>]*>/g) ?? []).map((tag): [string, string] | null => {
      const name = attribute(tag, 'name');
      return name ? [name, attribute(tag, 'value') ?? ''] : null;
    });
    return [
      {
        action: attribute(head, 'action') ?? address,
        hidden: hidden.map((tag): [string, string] => [attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? '']),
        fields: [...new Map(fields.map((field) => [field.name, field])).values()],
        buttons: buttons.length > 0 ? buttons : [null],
        multipart: attribute(head, 'enctype') === 'multipart/form-data',
      },
    ];
  });
}

/** Addresses of the product that a page links to. */
export const linksOf = (html: string): string[] =>
  [...html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)].map(([, href]) => unescape(href ?? ''));
