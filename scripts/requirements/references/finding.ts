/** Something that points nowhere, or hides what it points to. */
export type Finding = { kind: Kind; file: string; line: number; what: string };

export type Kind = 'range' | 'number' | 'section' | 'decision' | 'link' | 'name' | 'path';

/** A finding as the list of allowances names it: without its line, which moves. */
export const nameOf = ({ kind, file, what }: Finding): string => `${kind} ${file}: ${what}`;
