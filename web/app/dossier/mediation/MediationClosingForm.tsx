import { href, pages } from '#contracts/pages/index.ts';
import { maxJustificationLength } from '#contracts/schemas/closing.ts';
import { maxNatureLength } from '#contracts/schemas/mediation.ts';
import { formatNumber } from '#content/texts/format.ts';
import { Unsent } from '../../forms/Unsent.tsx';
import { OtherDrafts } from '../../forms/autosave/OtherDrafts.tsx';
import { useLanguage, useT } from '../../texts.tsx';
import { Checkbox } from '../../ui/form/Choice.tsx';
import { Form, useFormReply } from '../../ui/form/Form.tsx';
import { RowField } from '../../ui/form/RowField.tsx';
import { Select } from '../../ui/form/Select.tsx';
import { TextArea } from '../../ui/form/TextArea.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import type { MediationClosingData } from '../types.ts';

/** Reason, nature of the problem and justification, once the parties were told (F-132, F-134). */
export function MediationClosingForm({ id, page }: { id: string; page: MediationClosingData }) {
  const t = useT();
  const language = useLanguage();
  const room = `${href(pages.dossier.proposals, { dossierId: id })}#discussion`;
  const most = (max: number) => t('dossier:form.remaining', { max: formatNumber(language, max) });
  return (
    <>
      <Notice kind="neutral" title={page.announced}>
        <p>{t('mediation:close.announcedUntil')}</p>
        <p>
          <a href={room}>{t('turn:actions.discuss')}</a>
        </p>
      </Notice>
      <UnsentAnnouncements page={page} />
      <Form
        submit={t('mediation:close.button')}
        beside={<a href={href(pages.dossier.summary, { dossierId: id })}>{t('dossier:form.cancel')}</a>}
        values={{ justification: page.justification.body, nature: page.nature.body }}
        labels={{
          reason: t('mediation:close.reason'),
          nature: t('mediation:close.nature'),
          justification: t('mediation:close.justification'),
          confirmed: t('mediation:close.button'),
        }}
      >
        <RowField name="justificationId" value={page.justification.id} />
        <RowField name="base" value={page.justification.base} />
        <RowField name="natureId" value={page.nature.id} />
        <RowField name="natureBase" value={page.nature.base} />
        <OtherDrafts others={page.others} />
        <Select
          name="reason"
          label={t('mediation:close.reason')}
          prompt={t('dossier:form.chooseReason')}
          options={page.reasons.map(({ code, label }) => ({ value: code, label }))}
        />
        <TextArea
          name="nature"
          label={t('mediation:close.nature')}
          hint={`${t('mediation:close.natureHint')} ${most(maxNatureLength)}`}
        />
        <TextArea
          name="justification"
          label={t('mediation:close.justification')}
          hint={`${t('mediation:close.justificationHint')} ${most(maxJustificationLength)}`}
        />
        <Checkbox name="confirmed" label={t('mediation:close.confirm')} />
      </Form>
    </>
  );
}

/** Another announcement that was begun, in a page that was left open; the refusal itself is said on top. */
function UnsentAnnouncements({ page: { announcement } }: { page: MediationClosingData }) {
  const typed = useFormReply('announcement')?.values['body'];
  const saved = [announcement, ...announcement.others].map(({ body }) => body);
  const texts = [typed, ...saved].filter((text): text is string => typeof text === 'string' && text.trim() !== '');
  return <Unsent texts={[...new Set(texts)]} reply={null} />;
}
