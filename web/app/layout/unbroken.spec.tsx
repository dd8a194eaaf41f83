import { expect, test } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { unbroken } from './unbroken.tsx';

test('a number stays whole, what people write may break', () => {
  const whole = '<span class="pc-nowrap">2026-000017</span>';
  expect(renderToStaticMarkup(unbroken('Dossier 2026-000017, avec Nordet'))).toBe(`Dossier ${whole}, avec Nordet`);
  expect(renderToStaticMarkup(unbroken('R2026-000017'))).toBe(`R${whole}`);
  const long = `2026-${'0'.repeat(60)}`;
  expect(renderToStaticMarkup(unbroken(long))).toBe(long);
  expect(unbroken(null)).toBeNull();
});
