import type { Reader } from '#content/reader.ts';
import { href, pages } from '#contracts/pages/index.ts';
import type { ChargeForm, ChargeResult } from '#web/server/services/queue/charge.ts';

/** What is done with the dossiers that were ticked: taken, or given to a colleague. */
export type ChargeAct = 'take' | 'give';

/** The dossiers that were ticked, each with who has charge of it now, and who they may be given to, in words. */
export function presentCharge({ t }: Reader, form: ChargeForm, act: ChargeAct) {
  const dossiers = form.dossiers.map((dossier) => {
    const { id, number, title, consumerName, heldBy, handlerName, mine, passable, mayGive } = dossier;
    const may = passable && (act === 'take' ? !mine : mayGive);
    return {
      id,
      number,
      title: title || t('dossier:list.untitled'),
      consumer: consumerName,
      /** Sent with the form: whose charge the dossier holds, who may have left and is not named. Null for a dossier that this act is not for. */
      seen: may ? (heldBy ?? '') : null,
      note: may ? holder() : why(),
    };

    function holder(): string {
      if (mine) return t('queue:charge.yours');
      return handlerName ? t('queue:charge.replaces', { name: handlerName }) : t('queue:charge.free');
    }
    function why(): string {
      if (!passable) return t('queue:charge.over');
      return t(act === 'take' ? 'queue:charge.cannotTake' : 'queue:charge.cannotGive');
    }
  });
  const several = new Set(form.colleagues.map(({ merchantId }) => merchantId)).size > 1;
  const people = new Map(
    form.colleagues.map(({ id, name, merchantName, away }) => {
      const named = several ? t('queue:absences.of', { name, company: merchantName }) : name;
      return [id, away ? t('queue:charge.away', { name: named }) : named];
    }),
  );
  const count = dossiers.filter(({ seen }) => seen !== null).length;
  return {
    act,
    dossiers,
    count,
    options: [...people].map(([value, label]) => ({ value, label })),
    more: form.more,
    submit: t(act === 'take' ? 'queue:charge.button' : 'queue:charge.buttonGive', { count }),
    /** A dossier that nobody has taken in charge yet can still be refused. */
    first: form.dossiers.some(({ status }) => status === 'submitted'),
  };
}

/** What came of each dossier. */
export function presentCharged({ t }: Reader, results: readonly ChargeResult[], act: ChargeAct) {
  return results.map(({ dossierId, number, name, refused }) => ({
    id: dossierId,
    number,
    to: href(pages.dossier.summary, { dossierId }),
    done: refused === null,
    what: whatOf(name, refused),
  }));

  function whatOf(name: string, refused: string | null): string {
    if (refused !== null) return t('queue:charge.refused', { why: t(`errors:${refused}`) });
    return act === 'take' ? t('queue:charge.taken') : t('queue:charge.given', { name });
  }
}
