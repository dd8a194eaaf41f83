import type { FormReply } from './read-form.ts';
import { useT } from '../texts.tsx';
import { Notice } from '../ui/messages/Notice.tsx';
import { UserText } from '../ui/data/UserText.tsx';

/** What a person wrote where nothing can be sent any more: shown, to be copied, with the reason when they just tried. */
export function Unsent({ texts, reply }: { texts: string[]; reply: FormReply | null }) {
  const t = useT();
  if (texts.length === 0) return null;
  return (
    <Notice kind="warning" title={t('forms:drafts.unsentTitle')} live={reply !== null}>
      {reply?.refusal ? <p>{t(`errors:${reply.refusal.code}`)}</p> : null}
      <p>{t('forms:drafts.unsent')}</p>
      {texts.map((text, position) => (
        <UserText key={position}>{text}</UserText>
      ))}
    </Notice>
  );
}
