import { href, pages } from '#contracts/pages/index.ts';
import { formatNumber } from '#content/texts/format.ts';
import { maxJustificationLength } from '#contracts/schemas/closing.ts';
import { useLanguage, useT } from '../../texts.tsx';
import { Checkbox } from '../../ui/form/Choice.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { RowField } from '../../ui/form/RowField.tsx';
import { Select } from '../../ui/form/Select.tsx';
import { TextArea } from '../../ui/form/TextArea.tsx';
import type { Way } from './closing.ts';
import { OtherDrafts } from '../../forms/autosave/OtherDrafts.tsx';

type Page = {
  other: string;
  reasons: { code: string; label: string }[];
  justificationId: string;
  justification: string;
  base: string;
  unled: boolean;
  others: { id: string; body: string; savedAt: string; to: string | null }[];
};

/** Reason, justification that the other side reads, and the tick that says it is understood (F-104, A-07, A-08, A-31). */
export function ClosingForm({ id, kind, page }: { id: string; kind: Way; page: Page }) {
  const t = useT();
  const language = useLanguage();
  const text = (key: string) => t(`dossier:${kind}.${key}`, { other: page.other });
  return (
    <Form
      submit={text('button')}
      beside={<a href={href(pages.dossier.summary, { dossierId: id })}>{t('dossier:form.cancel')}</a>}
      values={{ justification: page.justification }}
      labels={{ reason: text('reason'), justification: text('justification'), confirmed: text('button') }}
    >
      <RowField name="justificationId" value={page.justificationId} />
      <RowField name="base" value={page.base} />
      <OtherDrafts others={page.others} />
      <Select
        name="reason"
        label={text('reason')}
        prompt={t('dossier:form.chooseReason')}
        options={page.reasons.map(({ code, label }) => ({ value: code, label }))}
      />
      <TextArea
        name="justification"
        label={text('justification')}
        hint={`${text(page.unled ? 'justificationHintUnled' : 'justificationHint')} ${t('dossier:form.remaining', { max: formatNumber(language, maxJustificationLength) })}`}
      />
      <Checkbox name="confirmed" label={text(page.unled ? 'confirmUnled' : 'confirm')} />
    </Form>
  );
}
