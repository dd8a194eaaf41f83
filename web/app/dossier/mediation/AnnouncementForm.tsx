import { href, pages } from '#contracts/pages/index.ts';
import { maxMessageLength } from '#contracts/schemas/message.ts';
import { formatNumber } from '#content/texts/format.ts';
import { OtherDrafts } from '../../forms/autosave/OtherDrafts.tsx';
import { SavedMark } from '../../forms/autosave/SavedMark.tsx';
import { useLanguage, useT } from '../../texts.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { Form, useFormReply } from '../../ui/form/Form.tsx';
import { RowField } from '../../ui/form/RowField.tsx';
import { TextArea } from '../../ui/form/TextArea.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import type { MediationClosingData } from '../types.ts';

/** The mediator's announcement to both parties, which comes before the closing (F-131); it is saved as it is typed, for its author alone. */
export function AnnouncementForm({ id, page }: { id: string; page: MediationClosingData }) {
  const t = useT();
  const language = useLanguage();
  const { announcement } = page;
  const left = t('dossier:form.remaining', { max: formatNumber(language, maxMessageLength) });
  return (
    <>
      <p>{t('mediation:close.tellFirst')}</p>
      <KeptForClosing page={page} />
      <OtherDrafts others={announcement.others} />
      <Form
        name="announcement"
        saves={{
          address: href(pages.dossier.autosave, { dossierId: id }),
          row: 'messageId',
          max: maxMessageLength,
        }}
        submit={t('mediation:close.announce')}
        beside={<a href={href(pages.dossier.summary, { dossierId: id })}>{t('dossier:form.cancel')}</a>}
        values={{ body: announcement.body }}
        labels={{ body: t('mediation:close.announcement') }}
      >
        <RowField name="messageId" value={announcement.id} />
        <RowField name="base" value={announcement.base} />
        <input type="hidden" name="thread" value="mediationRoom" />
        <input type="hidden" name="announcesClosing" value="yes" />
        <TextArea
          name="body"
          label={t('mediation:close.announcement')}
          hint={`${announcement.readers} ${left}`}
          rows={6}
        />
        <SavedMark savedAt={announcement.savedAt} />
      </Form>
    </>
  );
}

/** What was written to close with, while its form is not there: nothing that was typed is hidden. */
function KeptForClosing({ page }: { page: MediationClosingData }) {
  const t = useT();
  const reply = useFormReply();
  const typed = ['nature', 'justification'].map((name) => reply?.values[name]);
  const saved = [page.nature, page.justification, ...page.others].map(({ body }) => body);
  const texts = [...typed, ...saved].filter((text): text is string => typeof text === 'string' && text.trim() !== '');
  if (texts.length === 0) return null;
  return (
    <Notice kind="neutral" title={t('mediation:close.kept')}>
      {[...new Set(texts)].map((text) => (
        <UserText key={text}>{text}</UserText>
      ))}
    </Notice>
  );
}
