/** Something that points nowhere, or hides what it points to. */
export type Finding = { kind: Kind; file: string; line: number; what: string };

type Kind = 'range' | 'number' | 'section' | 'decision' | 'link' | 'name' | 'path' | 'merge';

/** Some text of a file. */
export type Piece = { file: string; text: string };

/** Some text of a file, and the line there of an offset in the text. */
export type PlacedPiece = Piece & { line: (index: number) => number };
