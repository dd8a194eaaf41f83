import { expect, test } from '@jest/globals';
import { csvOf } from './csv.ts';

test('B-11 a list as a file: marked as UTF-8, quoted, and nothing in it is a formula', () => {
  const names = ['=HYPERLINK("x")', '+1', '-1', '@sum', '\tx', ' =1', 'a "b", c', 'Électro'];
  expect(
    csvOf(
      ['Nom'],
      names.map((name) => [name]),
    ),
  ).toBe(
    `\uFEFF"Nom"\r\n"'=HYPERLINK(""x"")"\r\n"'+1"\r\n"'-1"\r\n"'@sum"\r\n"'\tx"\r\n"' =1"\r\n"a ""b"", c"\r\n"Électro"\r\n`,
  );
});
