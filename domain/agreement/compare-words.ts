/** A run of text that both sides have, or only one. Joined, `same` and `added` give the second text. */
export type TextPart = { change: 'same' | 'added' | 'removed'; text: string };

/** Above this many words on a side the whole text is shown as replaced: the table grows with their product. */
const longest = 1500;

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
  if (first.length > longest || second.length > longest) {
    first = lines(before);
    second = lines(after);
  }
  if (first.length > longest || second.length > longest) return replaced(before, after);
  const table = lengths(first, second);
  return table[0]![0]! < Math.max(first.length, second.length) * leastAlike
    ? replaced(before, after)
    : walk(first, second, table);
}

/** `table[i][j]`: length of the longest common subsequence of `first` from i and `second` from j. */
function lengths(first: string[], second: string[]): Uint16Array[] {
  const table = Array.from({ length: first.length + 1 }, () => new Uint16Array(second.length + 1));
  for (let i = first.length - 1; i >= 0; i -= 1) {
    for (let j = second.length - 1; j >= 0; j -= 1) {
      table[i]![j] = alike(first[i]!, second[j]!)
        ? table[i + 1]![j + 1]! + 1
        : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
    }
  }
  return table;
}

function walk(first: string[], second: string[], table: Uint16Array[]): TextPart[] {
  const parts: TextPart[] = [];
  const push = (change: TextPart['change'], text: string) => {
    const last = parts.at(-1);
    if (last?.change === change) last.text += text;
    else parts.push({ change, text });
  };
  let i = 0;
  let j = 0;
  while (i < first.length || j < second.length) {
    if (i < first.length && j < second.length && alike(first[i]!, second[j]!)) {
      push('same', second[j]!);
      i += 1;
      j += 1;
    } else if (j >= second.length || (i < first.length && table[i + 1]![j]! >= table[i]![j + 1]!)) {
      push('removed', first[i]!);
      i += 1;
    } else {
      push('added', second[j]!);
      j += 1;
    }
  }
  return parts;
}

/** Words are the same whatever space follows them. */
function alike(first: string, second: string): boolean {
  return first.trimEnd() === second.trimEnd();
}

function replaced(before: string, after: string): TextPart[] {
  const parts: TextPart[] = [
    { change: 'removed', text: before },
    { change: 'added', text: after },
  ];
  return parts.filter(({ text }) => text !== '');
}
