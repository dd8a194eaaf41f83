import { expect, test } from '@jest/globals';
import { href, pages, pagesById, withQuery } from './index.ts';

const id = '3f0e2f57-9f6f-4d2e-9d0c-0a8a57d1a6c1';

test('a page’s address has its parameters, each written so that it stays one part of it', () => {
  expect(href(pages.dossier.propose, { dossierId: id })).toBe(`/dossiers/${id}/propositions/nouvelle`);
  expect(href(pages.accounts.activation, { token: 'a/b?c' })).toBe('/activation/a%2Fb%3Fc');
  expect(href(pages.public.home)).toBe('/');
});

test('what is asked of a page is written after its address, empty answers left out', () => {
  const list = href(pages.office.codes);
  expect(withQuery(list, { etat: null, apres: '' })).toBe('/office/codes');
  expect(withQuery(list, { etat: 'sent', apres: 'a b&c' })).toBe('/office/codes?etat=sent&apres=a%20b%26c');
});

test('addresses that were given out stay: in mails, in bookmarks, in links of one side to the other', () => {
  expect(
    Object.values(pagesById)
      .map(({ path }) => path)
      .sort(),
  ).toEqual([
    '/',
    '/*',
    '/accessibilite',
    '/activation/:token',
    '/aide',
    '/conditions',
    '/confidentialite',
    '/connexion',
    '/deconnexion',
    '/dossiers',
    '/dossiers/:dossierId',
    '/dossiers/:dossierId/brouillon',
    '/dossiers/:dossierId/creation',
    '/dossiers/:dossierId/creation/:screen',
    '/dossiers/:dossierId/creation/:screen/enregistrer',
    '/dossiers/:dossierId/creation/documents',
    '/dossiers/:dossierId/creation/revision',
    '/dossiers/:dossierId/documents',
    '/dossiers/:dossierId/documents/:documentId',
    '/dossiers/:dossierId/documents/:documentId/retrait',
    '/dossiers/:dossierId/documents/resume',
    '/dossiers/:dossierId/fermeture',
    '/dossiers/:dossierId/mediation',
    '/dossiers/:dossierId/messages',
    '/dossiers/:dossierId/prise-en-charge',
    '/dossiers/:dossierId/propositions',
    '/dossiers/:dossierId/propositions/:proposalId/accepter',
    '/dossiers/:dossierId/propositions/:proposalId/modifier',
    '/dossiers/:dossierId/propositions/comparer',
    '/dossiers/:dossierId/propositions/nouvelle',
    '/dossiers/:dossierId/refus',
    '/dossiers/:dossierId/representation',
    '/dossiers/nouveau',
    '/dossiers/nouveau/:dossierId',
    '/engagement',
    '/inscription',
    '/inscription/code',
    '/invitation',
    '/mes-dossiers',
    '/mot-de-passe',
    '/mot-de-passe/code',
    '/office',
    '/office/codes',
    '/office/codes/nouveau',
    '/office/commercants',
    '/office/commercants/:merchantId',
    '/office/commercants/:merchantId/membres/:userId',
    '/office/commercants/:merchantId/membres/nouveau',
    '/office/commercants/:merchantId/modifier',
    '/office/commercants/nouveau',
    '/office/dossiers',
    '/office/dossiers/:dossierId',
    '/office/mediateurs',
    '/office/mediateurs/:userId',
    '/office/mediateurs/nouveau',
    '/preferences',
    '/profil',
    '/profil/securite',
    '/refus',
    '/vie-privee',
  ]);
});

test('what an address names is an id, but the words of a step and of a link', () => {
  const words = Object.values(pagesById).flatMap(({ path, ids }) =>
    [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!).filter((name) => !ids.includes(name)),
  );
  expect([...new Set(words)].sort()).toEqual(['screen', 'token']);
});
