import { useT } from '../../texts.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import { UserText } from '../../ui/data/UserText.tsx';

type Other = { id: string; body: string; savedAt: string; to: string | null };

/** Texts of the same form that other pages saved: nothing that was typed is hidden. */
export function OtherDrafts({ others }: { others: Other[] }) {
  const t = useT();
  if (others.length === 0) return null;
  return (
    <Notice kind="neutral" title={t('forms:drafts.others', { count: others.length })}>
      {others.map(({ id, body, savedAt, to }) => (
        <div key={id} className="pc-other-draft">
          <p>{t('forms:drafts.otherSaved', { date: savedAt })}</p>
          <UserText>{body}</UserText>
          {to ? (
            <p>
              <a href={to}>{t('forms:drafts.continue')}</a>
            </p>
          ) : null}
        </div>
      ))}
    </Notice>
  );
}
