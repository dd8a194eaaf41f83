import { AppError } from './errors.ts';
import { refusalOf } from './refusal.ts';

/** An error as another copy of the code throws it. */
const thrown = (name: string, more: object): Error => Object.assign(new Error('elsewhere'), { name, ...more });

test('a refusal is known by its name and its code, whichever copy of the class made it', () => {
  expect(refusalOf(new AppError('form.too_slow', { seconds: 3 }))).toEqual({
    code: 'form.too_slow',
    params: { seconds: 3 },
  });
  expect(refusalOf(thrown('DomainError', { code: 'dossier.closed' }))).toEqual({ code: 'dossier.closed', params: {} });
});

test('anything else is a fault: a code that no sentence words, another error, no error at all', () => {
  expect(refusalOf(thrown('AppError', { code: 'made.up' }))).toBeNull();
  expect(refusalOf(thrown('TypeError', { code: 'dossier.closed' }))).toBeNull();
  expect(refusalOf(thrown('AppError', { code: 7, params: null }))).toBeNull();
  expect(refusalOf({ name: 'AppError', code: 'dossier.closed' })).toBeNull();
  expect(refusalOf(null)).toBeNull();
});
