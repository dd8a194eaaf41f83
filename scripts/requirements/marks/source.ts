/** A comment or a string of a source file; `start` is the offset of its first sign, delimiters included. */
export type Piece = { start: number; text: string };

/** The parts of a source file. `code` has its length, with comments and the insides of strings blanked out. */
export type Source = { comments: Piece[]; strings: Piece[]; code: string };

const turningPoint = /[/'"`{}]/g;
/** What stands before a slash that begins a regular expression; after anything else it divides, or ends a tag. */
const beforeRegExp = /(?:^|[(,=:[!&|?{};+*%^~]|\b(?:return|typeof|case|in|of|do|else|void|await|yield))$/;

/**
 * Separates comments, strings and code of TypeScript or JavaScript, without building a tree: fast enough to read the whole repository at each run. A
 * hole of a template stands as « … » in its text. Strings end with their line, so that an apostrophe in the text of a page's markup costs that line
 * at most.
 */
export function readSource(text: string): Source {
  const comments: Piece[] = [];
  const strings: Piece[] = [];
  const code: string[] = [];
  /** Templates whose hole is being read: how deep their braces are, where they began, what they said so far. */
  const holes: { depth: number; start: number; said: string }[] = [];
  let depth = 0;
  /** What stands before is in `code`. */
  let done = 0;

  const keepTo = (end: number): void => {
    code.push(text.slice(done, end));
    done = end;
  };
  const blankTo = (end: number): void => {
    code.push(text.slice(done, end).replaceAll(/[^\n]/g, ' '));
    done = end;
  };
  /** Reads a template from `done` to its end or its next hole. */
  const readTemplate = (start: number, before: string): void => {
    let at = done;
    while (at < text.length && text[at] !== '`' && !text.startsWith('${', at)) at += text[at] === '\\' ? 2 : 1;
    const said = before + text.slice(done, at);
    blankTo(at);
    if (text[at] === '$') {
      holes.push({ depth, start, said: `${said}…` });
      depth += 1;
      keepTo(at + 2);
    } else {
      strings.push({ start, text: said });
      keepTo(at + 1);
    }
  };

  for (;;) {
    turningPoint.lastIndex = done;
    const point = turningPoint.exec(text);
    if (!point) break;
    const { 0: sign, index: at } = point;
    keepTo(at);
    const next = text[at + 1];
    if (sign === '/' && (next === '/' || next === '*')) {
      const end = next === '/' ? text.indexOf('\n', at) : text.indexOf('*/', at + 2) + 2;
      const whole = end < at + 2 ? text.length : end;
      comments.push({ start: at, text: text.slice(at, whole) });
      blankTo(whole);
    } else if (sign === '/') {
      keepTo(at + 1);
      const before = text.slice(Math.max(0, at - 60), at).trimEnd();
      if (next !== '>' && beforeRegExp.test(before)) blankTo(endOfRegExp(text, at));
    } else if (sign === "'" || sign === '"') {
      let end = at + 1;
      while (end < text.length && text[end] !== sign && text[end] !== '\n') end += text[end] === '\\' ? 2 : 1;
      strings.push({ start: at, text: text.slice(at + 1, end).replaceAll(/\\(.)/g, '$1') });
      keepTo(at + 1);
      blankTo(Math.min(end, text.length));
      keepTo(Math.min(end + 1, text.length));
    } else if (sign === '`') {
      keepTo(at + 1);
      readTemplate(at, '');
    } else {
      depth += sign === '{' ? 1 : -1;
      keepTo(at + 1);
      const hole = holes.at(-1);
      if (sign === '}' && hole?.depth === depth) {
        holes.pop();
        readTemplate(hole.start, hole.said);
      }
    }
  }
  keepTo(text.length);
  return { comments, strings, code: code.join('') };
}

/** Offset after a regular expression that begins at `start`; `start + 1` when the line ends first, in which case it is not one. */
function endOfRegExp(text: string, start: number): number {
  let inClass = false;
  for (let at = start + 1; at < text.length && text[at] !== '\n'; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '[') inClass = true;
    else if (text[at] === ']') inClass = false;
    else if (text[at] === '/' && !inClass) return at + 1;
  }
  return start + 1;
}

/** Line of an offset, the first being 1. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
