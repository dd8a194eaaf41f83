import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';
import * as french from '@zxcvbn-ts/language-fr';

/** Time to estimate grows fast with length, and these first characters decide. */
const maxLength = 64;

/** Half a second and some memory: loaded once per thread. */
const estimator = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...english.dictionary, ...french.dictionary },
  graphs: common.adjacencyGraphs,
  // Ways to read digits and signs as letters; each is a full search. A hundred, the library's default, takes seconds and finds no more.
  l33tMaxSubstitutions: 10,
});

/** zxcvbn's score, 0 to 4; 3 is at least 10⁸ guesses. Takes up to half a second: only threads call it. */
export function estimatePassword(password: string, known: string[]): number {
  return estimator.check(password.slice(0, maxLength), known).score;
}
