import type { Pairs } from './types.ts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What is never kept: secrets, files, and what the page itself says. */
const notKept = ['password', 'file', 'hidden', 'submit', 'button', 'reset', 'image'];

/** The fields in which a person writes or chooses. */
function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.elements].filter(isField).filter(({ name, type }) => name !== '' && !notKept.includes(type));
}

function isField(element: Element): element is Field {
  return (
    (element instanceof HTMLInputElement && element.autocomplete !== 'one-time-code') ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
  );
}

/** Names of the fields in which words are written, and not only chosen. */
export function writtenNames(form: HTMLFormElement): Set<string> {
  const written = fieldsOf(form).filter((field) => !isTicked(field) && !(field instanceof HTMLSelectElement));
  return new Set(written.map(({ name }) => name));
}

function isTicked(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio');
}

/** What the fields hold now. */
export function typedIn(form: HTMLFormElement): Pairs {
  return fieldsOf(form)
    .filter((field) => !isTicked(field) || field.checked)
    .map(({ name, value }) => [name, value]);
}

/** What the fields held when the page came, whatever was typed since. */
export function shownIn(form: HTMLFormElement): Pairs {
  return fieldsOf(form).flatMap((field): Pairs => {
    const value = shownOf(field);
    return value === null ? [] : [[field.name, value]];
  });
}

function shownOf(field: Field): string | null {
  if (isTicked(field)) return field.defaultChecked ? field.value : null;
  if (field instanceof HTMLSelectElement) {
    const options = [...field.options];
    return (options.find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value ?? null;
  }
  return field.defaultValue;
}

/** All that the form sends but files and secrets. */
export function sentBy(form: HTMLFormElement): Pairs {
  const secret = new Set(
    [...form.elements].flatMap((each) =>
      each instanceof HTMLInputElement && each.type === 'password' ? [each.name] : [],
    ),
  );
  return [...new FormData(form)].flatMap(([name, value]): Pairs =>
    typeof value === 'string' && !secret.has(name) ? [[name, value]] : [],
  );
}

/** Line ends differ between what a field holds and what a page was sent. */
const plain = (value: string): string => value.replaceAll(/\r\n?/g, '\n');

export function valuesOf(pairs: Pairs, name: string): string {
  return JSON.stringify(pairs.filter((pair) => pair[0] === name).map(([, value]) => plain(value)));
}

export function same(a: Pairs, b: Pairs): boolean {
  return namesOf([...a, ...b]).every((name) => valuesOf(a, name) === valuesOf(b, name));
}

export function namesOf(pairs: Pairs): string[] {
  return [...new Set(pairs.map(([name]) => name))];
}

/** Puts the values of one name in its fields. False when the form has no place for one of them. */
export function put(form: HTMLFormElement, name: string, pairs: Pairs): boolean {
  const values = pairs.map(([, value]) => value);
  const fields = fieldsOf(form).filter((field) => field.name === name);
  const ticked = fields.filter(isTicked);
  if (ticked.length > 0) {
    for (const field of ticked) field.checked = values.includes(field.value);
    return values.every((value) => ticked.some((field) => field.value === value));
  }
  fields.forEach((field, position) => {
    field.value = values[position] ?? '';
  });
  return values.every((value, position) => plain(fields[position]?.value ?? '') === plain(value));
}

/** Names of the fields that are kept in this browser alone: codes that open something. */
export function namesHere(form: HTMLFormElement): Set<string> {
  return new Set(fieldsOf(form).flatMap(({ name, dataset }) => (dataset['keptHere'] === undefined ? [] : [name])));
}

/** A hidden value of the form, the page's own. */
export function hiddenIn(form: HTMLFormElement): Pairs {
  return [...form.elements].flatMap((each): Pairs =>
    each instanceof HTMLInputElement && each.type === 'hidden' && each.name !== 'form_name'
      ? [[each.name, each.value]]
      : [],
  );
}

/** What a field is called on the page. */
export function labelOf(form: HTMLFormElement, name: string): string {
  const field = fieldsOf(form).find((each) => each.name === name);
  const within = isTickedGroup(field) ? field.closest('fieldset')?.querySelector('legend') : field?.labels?.[0];
  return within?.textContent?.trim() ?? '';
}

function isTickedGroup(field: Field | undefined): field is HTMLInputElement {
  return field !== undefined && isTicked(field);
}
