import { describe, expect, test } from '@jest/globals';
import { lineOf, readSource } from './source.ts';

const comments = (text: string): string[] => readSource(text).comments.map((piece) => piece.text);
const strings = (text: string): string[] => readSource(text).strings.map((piece) => piece.text);

describe('a source file', () => {
  test('comments are told from strings that look like them, and strings from comments', () => {
    const text = 'const a = \'http://x\'; // it\'s one\n/* "two" */ const b = "/* no */";';
    expect(comments(text)).toEqual(["// it's one", '/* "two" */']);
    expect(strings(text)).toEqual(['http://x', '/* no */']);
  });

  test('a comment that is not closed ends with the file', () => {
    expect(comments('a /* b')).toEqual(['/* b']);
    expect(comments('a // b')).toEqual(['// b']);
  });

  test('a regular expression is neither a comment nor a string; a division is no regular expression', () => {
    expect(comments('x.replace(/[/"]*/g, y); // yes')).toEqual(['// yes']);
    expect(strings('return /\'/.test(a) ? "b" : c;')).toEqual(['b']);
    expect(comments('const half = (a + b) / 2; // of / both')).toEqual(['// of / both']);
    expect(strings('const t = a / b; const u = "c" / d;')).toEqual(['c']);
  });

  test('holes of a template are code; its text has a mark in their place', () => {
    const text = 'const a = `one ${two({ b: "three", c: `four ${five}` })} six`; // end';
    expect(strings(text)).toEqual(['three', 'four …', 'one … six']);
    expect(comments(text)).toEqual(['// end']);
    expect(readSource(text).code).toContain('two({ b: "');
  });

  test('the end of a tag begins nothing, and an apostrophe in its text costs its line only', () => {
    const text = "<p a={b} />\n<p>l'Office</p>\n// after\nconst c = 'd';";
    expect(comments(text)).toEqual(['// after']);
    expect(strings(text).at(-1)).toBe('d');
  });

  test('code keeps its length and its lines', () => {
    const text = "const a = 'b\\'c';\n/* d\ne */\nconst f = `g\n${h}`;\n";
    const { code } = readSource(text);
    expect(code).toHaveLength(text.length);
    expect(code.split('\n')).toHaveLength(text.split('\n').length);
    expect(code).not.toMatch(/[bcdeg]\b/);
    expect(code).toContain('h');
  });

  test('the line of an offset', () => {
    expect(['a', 'b', 'c'].map((letter) => lineOf('a\nb\n\nc', 'a\nb\n\nc'.indexOf(letter)))).toEqual([1, 2, 4]);
  });
});
