import { href, pages } from '#contracts/pages/index.ts';
import { useT } from '../texts.tsx';
import type { DraftView } from './draft.present.server.ts';

/** The way to who acts for the consumer, from the steps of a draft and from « Parties » (F-074); its words say where that stands. */
export function RepresentationLink({ view }: { view: Pick<DraftView, 'id' | 'actsForConsumer' | 'representative'> }) {
  const t = useT();
  const { id, actsForConsumer, representative } = view;
  const set = representative?.status === 'active' ? 'representationSet' : 'representationInvited';
  return (
    <p>
      <a href={href(pages.representation.manage, { dossierId: id })}>
        {actsForConsumer
          ? t('filing:tasks.representationYours')
          : representative
            ? t(`filing:tasks.${set}`, { name: representative.name })
            : t('filing:tasks.representation')}
      </a>
    </p>
  );
}
