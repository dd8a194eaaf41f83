import type { Reader } from '#content/reader.ts';
import type { Watched } from '#web/server/services/office/engine.ts';

/** What a dossier waits for, in words: kinds of deadlines, and who said it. */
export function presentWatched({ t, shortDateTime }: Reader, { deadlines, engine, workflow }: Watched) {
  return {
    rows: deadlines.map(({ kind, at }) => {
      const [ladder, step = ''] = kind.split(':');
      return { at, when: shortDateTime(at), what: t(`engine:deadlines.${ladder}`, { step }) };
    }),
    differs: engine.answer === 'differs',
    says:
      engine.answer === 'differs'
        ? t('engine:differs', { what: engine.in.map((each) => t(`engine:difference.${each}`)).join(', ') })
        : t(`engine:${engine.answer}`),
    workflow,
  };
}
