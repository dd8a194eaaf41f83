/** A run of text that both sides have, or only one. Joined, `same` and `added` give the second text. */
export type TextPart = { change: 'same' | 'added' | 'removed'; text: string };

/** Above this many words on a side the whole text is shown as replaced: the table grows with their product (some 10 ms here). */
const maxWords = 1500;

const leastAlike = 1 / 3;

/**
 * Word-by-word difference of two texts: the longest common subsequence of words, each with the space after it. Texts of over
 * 1,500 words are compared line by line. Texts with less than a third in common are shown one after the other: word by word,
 * the few they share by chance would make both unreadable.
 */
export function compareWords(before: string, after: string): TextPart[] {
  const words = (text: string) => text.replaceAll('\r\n', '\n').match(/\S+\s*|\s+/g) ?? [];
  const lines = (text: string) => text.replaceAll('\r\n', '\n').match(/[^\n]*\n|[^\n]+/g) ?? [];
  let first = words(before);
  let second = words(after);
  if (first.length > maxWords || second.length > maxWords) {
    first = lines(before);
    second = lines(after);
  }
  if (first.length > maxWords || second.length > maxWords) return replaced(before, after);
  const table = lengthsOf(first, second);
  return table.at(0, 0) < Math.max(first.length, second.length) * leastAlike
    ? replaced(before, after)
    : walk(first, second, table);
}

/** `at(i, j)`: length of the longest common subsequence of the first text from i and the second from j; `alike`: the same word in both. */
type Lengths = { at(i: number, j: number): number; alike(i: number, j: number): boolean };

function lengthsOf(first: string[], second: string[]): Lengths {
  const numberOf = numbering();
  const rows = Uint32Array.from(first, numberOf);
  const columns = Uint32Array.from(second, numberOf);
  const width = second.length + 1;
  const table = new Uint16Array((first.length + 1) * width);
  for (let i = first.length - 1; i >= 0; i -= 1) {
    const row = i * width;
    const word = rows[i]!;
    for (let j = second.length - 1; j >= 0; j -= 1) {
      const below = table[row + width + j]!;
      const right = table[row + j + 1]!;
      table[row + j] = word === columns[j]! ? table[row + width + j + 1]! + 1 : below >= right ? below : right;
    }
  }
  return { at: (i, j) => table[i * width + j]!, alike: (i, j) => rows[i] === columns[j] };
}

/** Gives each word its number, the same whatever space follows it: numbers are compared a hundred times faster than words. */
function numbering(): (word: string) => number {
  const known = new Map<string, number>();
  return (word) => {
    const bare = word.trimEnd();
    const number = known.get(bare) ?? known.size;
    known.set(bare, number);
    return number;
  };
}

function walk(first: string[], second: string[], { at, alike }: Lengths): TextPart[] {
  const parts: TextPart[] = [];
  const push = (change: TextPart['change'], text: string) => {
    const last = parts.at(-1);
    if (last?.change === change) last.text += text;
    else parts.push({ change, text });
  };
  let i = 0;
  let j = 0;
  while (i < first.length || j < second.length) {
    if (i < first.length && j < second.length && alike(i, j)) {
      push('same', second[j]!);
      i += 1;
      j += 1;
    } else if (j >= second.length || (i < first.length && at(i + 1, j) >= at(i, j + 1))) {
      push('removed', first[i]!);
      i += 1;
    } else {
      push('added', second[j]!);
      j += 1;
    }
  }
  return parts;
}

function replaced(before: string, after: string): TextPart[] {
  const parts: TextPart[] = [
    { change: 'removed', text: before },
    { change: 'added', text: after },
  ];
  return parts.filter(({ text }) => text !== '');
}
