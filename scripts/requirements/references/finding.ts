/** Something that points nowhere, or hides what it points to. */
export type Finding = { kind: Kind; file: string; line: number; what: string };

type Kind = 'range' | 'number' | 'section' | 'decision' | 'link' | 'name' | 'path';
