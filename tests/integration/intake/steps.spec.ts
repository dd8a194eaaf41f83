import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readerOf } from '#content/reader.ts';
import { translator } from '#content/texts/index.ts';
import { invitationKey } from '#db/codes.ts';
import { presentOfficeDossier } from '#web/app/office/dossiers/present.server.ts';
import type { SavedScreen } from '#web/server/services/filing/save-screen.ts';
import { presentDraft } from '#web/app/filing/draft.present.server.ts';
import { dayFromToday } from '#tests/kit/days.ts';
import { meetingAt } from '#tests/kit/held-row.ts';
import { startDesk, wholeCase, type Desk } from './desk.ts';
import { bothTexts } from '#tests/kit/undertaking.ts';

let desk: Desk;
beforeAll(async () => void (desk = await startDesk()));
afterAll(async () => desk.stop());

const draftOf = (dossierId: string) => desk.filing.loadWritable(desk.consumer, dossierId);
const fill = async (dossierId: string) => {
  for (const [screen, values] of wholeCase)
    await desk.filing.save({
      draft: await draftOf(dossierId),
      screen: screen as SavedScreen,
      form: values,
      base: null,
    });
};
const upload = (...files: File[]) => {
  const form = new FormData();
  for (const file of files) form.append('files', file);
  return new Request('http://localhost/', { method: 'POST', body: form });
};
const pdf = (name = 'facture.pdf') => new File(['%PDF-1.4\ntrailer<<>>\nstartxref\n9\n%%EOF\n'], name);

describe('the five steps', () => {
  test('F-060 F-062 F-065 what is saved comes back as it was, and the terms to the letter', async () => {
    const dossierId = await desk.open();
    expect((await draftOf(dossierId)).steps).toMatchObject({ parties: 'todo', problem: 'todo', review: 'blocked' });
    await fill(dossierId);
    const draft = await draftOf(dossierId);
    expect(draft.problem).toMatchObject({
      category: 'electromenagers',
      subcategory: 'gros',
      item: 'Réfrigérateur Nordik 🧊',
      pricePaid: 123456,
      extendedWarranty: false,
      nature: ['defectueux'],
      details: 'Il ne refroidit plus.\nJ’ai tout essayé.',
      priorSteps: [{ means: 'telephone', date: '2026-04-02' }, { means: 'courriel' }],
    });
    expect(draft.terms).toBe(wholeCase.at(-1)?.[1]['terms']);
    expect(draft.missing).toEqual([]);
    const view = presentDraft(readerOf('fr'), desk.filing.facts(draft));
    expect(view.remaining).toEqual([]);
    expect(view.title).toBe('Réfrigérateur Nordik 🧊');
    expect(JSON.stringify(view.agreementPreview)).toContain('Remboursement complet');
  });

  test('B-03 a change made in another window is told, not erased', async () => {
    const dossierId = await desk.open();
    const first = await draftOf(dossierId);
    const base = desk.filing.baseOfScreen('narrative', first);
    const mine = await desk.filing.save({
      draft: first,
      screen: 'narrative',
      form: { details: 'Première fenêtre' },
      base,
    });
    expect(mine.outcome).toBe('saved');
    const other = await desk.filing.save({
      draft: first,
      screen: 'narrative',
      form: { details: 'Seconde fenêtre' },
      base,
    });
    expect(other).toMatchObject({ outcome: 'conflict', base: mine.base });
    expect((await draftOf(dossierId)).problem.details).toBe('Première fenêtre');
    // The same words from both windows are no conflict, and another screen is not concerned.
    expect(
      (await desk.filing.save({ draft: first, screen: 'narrative', form: { details: 'Première fenêtre' }, base }))
        .outcome,
    ).toBe('saved');
    const contract = desk.filing.baseOfScreen('contract', first);
    expect(
      (await desk.filing.save({ draft: first, screen: 'contract', form: { invoiceNumber: 'A-1' }, base: contract }))
        .outcome,
    ).toBe('saved');
    expect(
      (
        await desk.filing.save({
          draft: first,
          screen: 'narrative',
          form: { details: 'Seconde fenêtre' },
          base: other.base,
        })
      ).outcome,
    ).toBe('saved');
  });

  test.each([
    ['terms', 'terms'],
    ['narrative', 'details'],
  ] as const)('B-03 of two windows that save %s in the same instant, one is told', async (screen, field) => {
    const dossierId = await desk.open();
    const draft = await draftOf(dossierId);
    await desk.filing.save({ draft, screen, form: { [field]: 'Au début' }, base: null });
    const base = desk.filing.baseOfScreen(screen, await draftOf(dossierId));
    const windows = ['Première fenêtre', 'Seconde fenêtre'].map(
      (text) => () => desk.filing.save({ draft, screen, form: { [field]: text }, base }),
    );
    const lock = 'select from dossier_form where dossier_id = $1 for update';
    const [first, second] = await meetingAt(desk.pool, { lock, values: [dossierId] }, windows);
    expect([first!.outcome, second!.outcome]).toEqual(['saved', 'conflict']);
    const { problem, terms } = await draftOf(dossierId);
    expect({ ...problem, terms }).toMatchObject({ [field]: 'Première fenêtre' });
  });

  test.each([
    { what: 'an amount in words', screen: 'contract', field: 'pricePaid', typed: 'mille dollars' },
    { what: 'a day that does not exist', screen: 'contract', field: 'contractDate', typed: '2026-02-30' },
    { what: 'a postal code of elsewhere', screen: 'you', field: 'postalCode', typed: '75001' },
    { what: 'a telephone of three digits', screen: 'you', field: 'phone', typed: '911' },
    { what: 'a title that is too long', screen: 'good', field: 'item', typed: 'x'.repeat(121) },
  ] as const)('$what is saved as typed, and reported', async ({ screen, field, typed }) => {
    const dossierId = await desk.open();
    await desk.filing.save({
      draft: await draftOf(dossierId),
      screen,
      form: { [field]: typed },
      base: null,
    });
    const draft = await draftOf(dossierId);
    expect({ ...draft.parties, ...draft.problem }).toMatchObject({ [field]: typed });
    const view = presentDraft(readerOf('fr'), desk.filing.facts(draft));
    const reported = view.remaining.find((each) => each.screen === screen && each.field === field);
    expect(translator('fr')(reported?.key ?? '')).toMatch(/\.$/);
  });

  test('control characters and line overrides are left out; emoji, markup and other writings stay', async () => {
    const dossierId = await desk.open();
    await desk.filing.save({
      draft: await draftOf(dossierId),
      screen: 'narrative',
      form: { details: 'a\u0000b\u0007c\u202Ed 👩‍🔧 <script>é</script> שלום' },
      base: null,
    });
    expect((await draftOf(dossierId)).problem.details).toBe('abcd 👩‍🔧 <script>é</script> שלום');
  });

  test('a text of ten megabytes is refused and changes nothing', async () => {
    const dossierId = await desk.open();
    const saving = desk.filing.save({
      draft: await draftOf(dossierId),
      screen: 'narrative',
      form: { details: 'x'.repeat(10_000_000) },
      base: null,
    });
    await expect(saving).rejects.toMatchObject({ code: 'form.too_large', status: 413 });
    expect((await draftOf(dossierId)).problem.details).toBeUndefined();
  });

  test('a draft is its consumer’s alone', async () => {
    const dossierId = await desk.open();
    for (const [userId, kind] of [
      [desk.people.friend.userId, 'consumer'],
      [desk.people.respondent.userId, 'merchant'],
      [desk.people.mediator.userId, 'mediator'],
    ] as const) {
      await expect(desk.filing.load(await desk.person(userId, kind), dossierId)).rejects.toMatchObject({
        code: 'access.not_found',
      });
    }
    await expect(desk.filing.load(null, dossierId)).rejects.toMatchObject({ code: 'auth.required' });
  });
});

describe('F-067 documents of a draft', () => {
  test('bad files are refused one by one and the good ones are kept', async () => {
    const dossierId = await desk.open();
    const { accepted, refused } = await desk.filing.addDocuments(
      await draftOf(dossierId),
      upload(
        pdf(),
        new File([], 'vide.pdf'),
        new File(['MZ'], 'virus.exe'),
        new File(['<html>'], 'page.pdf'),
        pdf('contrat.pdf'),
      ),
    );
    expect(accepted.map((file) => file.fileName)).toEqual(['facture.pdf', 'contrat.pdf']);
    expect(refused.map((file) => file.code)).toEqual(['file.empty', 'file.type_refused', 'file.mismatch']);
    for (const { code } of refused) expect(translator('fr')(`upload:refused.${code}`, { name: 'x' })).toMatch(/\.$/);
  });

  test('A-27 twenty files are kept and the next is refused, also when two sendings cross', async () => {
    const dossierId = await desk.open();
    const draft = await draftOf(dossierId);
    const many = (from: number, count: number) => Array.from({ length: count }, (_, n) => pdf(`f${from + n}.pdf`));
    const [one, two] = await Promise.all([
      desk.filing.addDocuments(draft, upload(...many(0, 12))),
      desk.filing.addDocuments(draft, upload(...many(20, 12))),
    ]);
    expect(one.accepted.length + two.accepted.length).toBe(20);
    expect([...one.refused, ...two.refused].map((file) => file.code)).toEqual(Array(4).fill('file.too_many'));
  });

  test('B-03 a document whose form is sent again while it is removed in another window has its bytes', async () => {
    const dossierId = await desk.open();
    const key = randomUUID();
    const send = async () => {
      const form = new FormData();
      form.append('file_key', key);
      form.append('files', pdf());
      const request = new Request('http://localhost/', { method: 'POST', body: form });
      return (await desk.filing.addDocuments(await draftOf(dossierId), request)).accepted[0]?.id ?? '';
    };
    const id = await send();
    const { files } = desk.deps;
    const { remove } = files;
    files.remove = async (storageKey) => {
      files.remove = remove;
      expect(await send()).toBe(id);
      await remove(storageKey);
    };
    await desk.filing.removeDocument(await draftOf(dossierId), id);
    const answer = await desk.documents.send({ user: desk.consumer, dossierId, documentId: id });
    expect(await answer.text()).toContain('%PDF-1.4');
  });

  test('a document is removed for good, titles and kinds are kept, and only its side fetches it', async () => {
    const dossierId = await desk.open();
    const { accepted } = await desk.filing.addDocuments(
      await draftOf(dossierId),
      upload(pdf('été "1".pdf'), pdf('b.pdf')),
    );
    const [first, second] = accepted.map((file) => file.id);
    const form = { [`title-${first}`]: 'Ma facture', [`kind-${first}`]: 'facture' };
    await desk.filing.describeDocuments({ draft: await draftOf(dossierId), form });
    await desk.filing.removeDocument(await draftOf(dossierId), second ?? '');
    expect((await draftOf(dossierId)).documents).toMatchObject([{ id: first, title: 'Ma facture', kind: 'facture' }]);
    const answer = await desk.documents.send({ user: desk.consumer, dossierId, documentId: first ?? '' });
    expect(await answer.text()).toContain('%PDF-1.4');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[^"]*"; filename\*=UTF-8''/);
    const clerk = await desk.person(desk.people.clerk.userId, 'merchant');
    for (const [who, id] of [
      [clerk, first],
      [desk.friend, first],
      [desk.consumer, second],
      [desk.consumer, randomUUID()],
    ] as const) {
      await expect(desk.documents.send({ user: who, dossierId, documentId: id ?? '' })).rejects.toMatchObject({
        code: 'access.not_found',
      });
    }
  });
});

describe('F-068, F-069 submission', () => {
  test('refused while something is missing, then sent once with its documents', async () => {
    const dossierId = await desk.open();
    await expect(desk.filing.submit({ draft: await draftOf(dossierId), key: randomUUID() })).rejects.toMatchObject({
      code: 'form.invalid',
    });
    await fill(dossierId);
    const { accepted } = await desk.filing.addDocuments(await draftOf(dossierId), upload(pdf(), pdf('b.pdf')));
    const key = randomUUID();
    const read = desk.filing.readMark(await draftOf(dossierId));
    await desk.filing.save({
      draft: await draftOf(dossierId),
      screen: 'terms',
      form: { terms: 'AUTRE-FENETRE' },
      base: null,
    });
    const draft = await draftOf(dossierId);
    // What was read before it changed elsewhere is not what would be sent.
    await expect(desk.filing.submit({ draft, key, read })).rejects.toMatchObject({ code: 'draft.unread' });
    expect((await desk.engine.state(dossierId))?.status).toBe('draft');
    for (const _twice of [1, 2]) await desk.filing.submit({ draft, key, read: desk.filing.readMark(draft) });
    const state = await desk.engine.state(dossierId);
    expect(state).toMatchObject({
      status: 'submitted',
      proposals: [{ author: 'consumer', versions: [{ version: 1 }] }],
    });
    expect(state?.documents).toHaveLength(2);
    await expect(draftOf(dossierId)).rejects.toMatchObject({ code: 'dossier.not_draft' });
    await expect(
      desk.filing.save({ draft, screen: 'narrative', form: { details: 'trop tard' }, base: null }),
    ).rejects.toMatchObject({
      code: 'dossier.not_draft',
    });
    const clerk = await desk.person(desk.people.clerk.userId, 'merchant');
    expect((await desk.documents.send({ user: clerk, dossierId, documentId: accepted[0]?.id ?? '' })).status).toBe(200);
  });

  test('B-03 F-069 a screen that another window saves in the instant of the submission is not sent unread', async () => {
    const dossierId = await desk.open();
    await fill(dossierId);
    const draft = await draftOf(dossierId);
    const submit = async (of: typeof draft) => {
      const sending = desk.filing.submit({ draft: of, key: randomUUID(), read: desk.filing.readMark(of) });
      return sending.then(
        () => 'sent',
        (error: { code: string }) => error.code,
      );
    };
    const save = async (terms: string) =>
      (await desk.filing.save({ draft, screen: 'terms', form: { terms }, base: null })).outcome;
    const lock = 'select from dossier where id = $1 for update';
    const both = await meetingAt<string>(desk.pool, { lock, values: [dossierId] }, [
      () => save('Écrit à l’instant même'),
      () => submit(draft),
    ]);
    expect(both).toEqual(['saved', 'draft.unread']);
    expect(await submit(await draftOf(dossierId))).toBe('sent');
  });
});

describe('F-070 the representative of a draft', () => {
  /** The friend becomes the representative of a draft, by the key that the mail brought. */
  async function represent(dossierId: string): Promise<void> {
    const shown = await desk.representation.load(desk.consumer, dossierId);
    const form = {
      firstName: 'Luc',
      lastName: 'Roy',
      relationship: 'ami',
      email: desk.friend.email,
      adult: 'on',
      consent: 'on',
    } as const;
    await desk.representation.name({ representation: shown, form, key: randomUUID() });
    const invited = await desk.representation.load(desk.consumer, dossierId);
    expect(invited.person).toMatchObject({ status: 'invited', firstName: 'Luc' });
    const id = invited.opened.state.representative?.invitationId ?? '';
    const answer = {
      number: invited.opened.summaryRow.number,
      adult: 'on',
      notLawyer: 'on',
      termsVersion: bothTexts.termsVersion,
      confidentialityVersion: bothTexts.confidentialityVersion,
      terms: 'on',
      confidentiality: 'on',
    } as const;
    const right = invitationKey(desk.deps.env.secrets[0], id);
    const how = { language: 'fr' as const, ip: '' };
    const accept = (user: typeof desk.friend, validationKey: string) =>
      desk.representation.acceptInvitation({ user, form: { ...answer, validationKey }, key: randomUUID(), ...how });
    await expect(accept(desk.friend, 'AAAA-BBBB-CCCC')).rejects.toMatchObject({ code: 'invitation.unknown' });
    await expect(accept(desk.consumer, right)).rejects.toMatchObject({ code: 'invitation.unknown' });
    expect(await accept(desk.friend, right.toLowerCase())).toBe(dossierId);
    await expect(draftOf(dossierId)).rejects.toMatchObject({ code: 'actor.represented' });
  }

  test('F-075 F-077 an invitation is sent again to the same person with another key, at most so often a day; the former key opens nothing', async () => {
    const dossierId = await desk.open();
    const load = () => desk.representation.load(desk.consumer, dossierId);
    await expect(desk.representation.resend({ representation: await load(), key: randomUUID() })).rejects.toMatchObject(
      {
        code: 'representative.none',
      },
    );
    const person = { firstName: 'Luc', lastName: 'Roy', relationship: 'ami', email: desk.friend.email } as const;
    const form = { ...person, adult: 'on', consent: 'on' } as const;
    await desk.representation.name({ representation: await load(), form, key: randomUUID() });
    const idNow = async () => (await load()).opened.state.representative?.invitationId ?? '';
    const first = await idNow();
    const [once, twice, thrice] = [randomUUID(), randomUUID(), randomUUID()];
    await desk.representation.resend({ representation: await load(), key: once });
    const second = await idNow();
    expect(second).not.toBe(first);
    // The same form sent again sends nothing.
    await desk.representation.resend({ representation: await load(), key: once });
    expect([await idNow(), (await load()).person]).toEqual([second, expect.objectContaining(person)]);
    const { rows } = await desk.pool.query(
      `select id, revoked_at is not null as revoked from invitation where dossier_id = $1 order by consented_at`,
      [dossierId],
    );
    expect(rows).toEqual([
      { id: first, revoked: true },
      { id: second, revoked: false },
    ]);
    await desk.representation.resend({ representation: await load(), key: twice });
    await expect(desk.representation.resend({ representation: await load(), key: thrice })).rejects.toMatchObject({
      code: 'rate.invitations',
    });
    const { number } = (await load()).opened.summaryRow;
    const sworn = { number, adult: 'on', notLawyer: 'on', ...bothTexts, terms: 'on', confidentiality: 'on' } as const;
    const accept = (id: string) => {
      const validationKey = invitationKey(desk.deps.env.secrets[0], id);
      const answer = { user: desk.friend, form: { ...sworn, validationKey }, key: randomUUID() };
      return desk.representation.acceptInvitation({ ...answer, language: 'fr', ip: '' });
    };
    for (const former of [first, second])
      await expect(accept(former)).rejects.toMatchObject({ code: 'invitation.unknown' });
    expect(await accept(await idNow())).toBe(dossierId);
    expect((await load()).canResend).toBe(false);
  });

  test('F-071 once the invitation is accepted, only the representative writes; F-072 the consumer still adds documents', async () => {
    const dossierId = await desk.open();
    await represent(dossierId);
    const theirs = await desk.filing.loadWritable(desk.friend, dossierId);
    expect(
      (
        await desk.filing.save({
          draft: theirs,
          screen: 'narrative',
          form: { details: 'Au nom de Camille' },
          base: null,
        })
      ).outcome,
    ).toBe('saved');
    const own = await desk.filing.load(desk.consumer, dossierId);
    expect(own).toMatchObject({ writable: false, canAddDocuments: true, problem: { details: 'Au nom de Camille' } });
    expect((await desk.filing.addDocuments(own, upload(pdf()))).accepted).toHaveLength(1);
    await desk.representation.remove({
      representation: await desk.representation.load(desk.consumer, dossierId),
      key: randomUUID(),
    });
    expect((await draftOf(dossierId)).writable).toBe(true);
    await expect(desk.filing.load(desk.friend, dossierId)).rejects.toMatchObject({ code: 'access.not_found' });
  });

  test('F-071 F-072 submits what the consumer has written and the documents that each has put there, also a former one', async () => {
    const dossierId = await desk.open();
    await fill(dossierId);
    await desk.filing.addDocuments(await draftOf(dossierId), upload(pdf()));
    await represent(dossierId);
    const theirs = () => desk.filing.loadWritable(desk.friend, dossierId);
    await desk.filing.addDocuments(await theirs(), upload(pdf('b.pdf')));
    const former = desk.people.clerk.userId;
    await desk.filing.addDocuments(await theirs(), upload(pdf('c.pdf')));
    await desk.pool.query(`update document set owner_id = $2 where dossier_id = $1 and file_name = 'c.pdf'`, [
      dossierId,
      former,
    ]);
    const draft = await theirs();
    await desk.filing.submit({ draft, key: randomUUID(), read: desk.filing.readMark(draft) });
    const state = await desk.engine.state(dossierId);
    expect([state?.status, state?.documents.length]).toEqual(['submitted', 3]);
    const { rows } = await desk.pool.query<{ owner: string; published: boolean }>(
      `select owner_id as owner, published_at is not null as published from document where dossier_id = $1 order by file_name`,
      [dossierId],
    );
    const published = (owner: string) => ({ owner, published: true });
    expect(rows).toEqual([desk.friend.id, desk.friend.id, desk.consumer.id].map(published));
  });

  test('one’s own address is no representative, and nothing is left of the refusal', async () => {
    const dossierId = await desk.open();
    const shown = await desk.representation.load(desk.consumer, dossierId);
    const form = {
      firstName: 'C',
      lastName: 'T',
      relationship: 'ami',
      email: desk.consumer.email,
      adult: 'on',
      consent: 'on',
    } as const;
    await expect(desk.representation.name({ representation: shown, form, key: randomUUID() })).rejects.toMatchObject({
      code: 'representative.is_party',
    });
    const { rows } = await desk.pool.query(`select 1 from invitation where dossier_id = $1`, [dossierId]);
    expect(rows).toEqual([]);
  });
});

describe('the Office on a dossier', () => {
  test('A-05 a draft is given more time, to the end of a day, and never less', async () => {
    const dossierId = await desk.open();
    const day = dayFromToday(40);
    await desk.office.extend(desk.people.officer.userId, { dossierId, day, key: randomUUID() });
    expect((await desk.engine.state(dossierId))?.draftExpiresAt).toMatch(/T0[34]:59:59\.999Z$/);
    await expect(
      desk.office.extend(desk.people.officer.userId, { dossierId, day: '2026-02-30', key: randomUUID() }),
    ).rejects.toMatchObject({ code: 'value.invalid' });
    await expect(
      desk.office.extend(desk.people.officer.userId, { dossierId, day: '2020-01-01', key: randomUUID() }),
    ).rejects.toMatchObject({ code: 'value.invalid' });
    const officer = await desk.person(desk.people.officer.userId, 'officer');
    const page = presentOfficeDossier(readerOf('fr'), await desk.office.dossier(officer, { dossierId }));
    expect(page.history.map((entry) => entry.what)).toEqual([
      'Délai de l’ébauche prolongé par l’Office',
      'Dossier créé',
    ]);
    expect(JSON.stringify(page)).not.toContain('Tremblay');
  });
});
