import { useFetcher } from '@remix-run/react';
import { useRef, useState } from 'react';
import { readProposal } from '#contracts/schemas/proposal.ts';
import { remedyLines } from '#content/texts/remedy-lines.ts';
import { useNotKept, type Saved } from '../forms/not-kept.ts';
import { useLanguage, useT } from '../texts.tsx';
import { Button, ButtonGroup } from '../ui/Button.tsx';
import { Form, useFormReply } from '../ui/Form.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { AgreementSheet } from './AgreementSheet.tsx';
import { RemedyFields } from './RemedyFields.tsx';
import type { ProposalFormData } from './types.ts';

type Warning = { field: string; key: string; params: Record<string, string> };

/**
 * The form of a proposal beside the agreement that it would make, which follows what is typed; without scripts, « Prévisualiser » shows
 * it. What is typed is kept as it is typed, for its author alone.
 */
export function ProposalForm({ page, back, warnings }: { page: ProposalFormData; back: string; warnings: Warning[] }) {
  const t = useT();
  const language = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const saver = useFetcher<Saved>();
  const reply = useFormReply('proposition');
  const [typed, setTyped] = useState(() => (reply ? readProposal(reply.values) : page.content));
  const onInput = () => {
    const form = box.current?.querySelector('form');
    if (!form) return;
    const data = new FormData(form);
    setTyped(readProposal(nestedValues(data)));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      data.set('intent', 'autosave');
      saver.submit(data, { method: 'post' });
    }, 1500);
  };
  const sheet = {
    ...page.sheet,
    remedies: remedyLines(typed.remedies, page.catalogue, page.words, language),
    terms: typed.terms,
  };
  const savedAt = saver.data?.savedAt ?? page.savedAt;
  const notKept = useNotKept(saver.data);
  const submit = { new: 'submitNew', counter: 'submitCounter', edit: 'submitEdit' }[page.mode];
  return (
    <div className="pc-two">
      <div ref={box} onInput={onInput}>
        {warnings.length > 0 ? (
          <Notice kind="warning" title={t('proposals:form.warnings')}>
            <ul>
              {warnings.map((warning) => (
                <li key={warning.key + warning.params.other}>{t(warning.key, warning.params)}</li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <Form
          name="proposition"
          values={page.values}
          labels={labelsOf(page, t('proposals:form.remedies'), t('proposals:terms'))}
        >
          <input type="hidden" name="contentId" value={page.ids.contentId} />
          <input type="hidden" name="proposalId" value={page.ids.proposalId} />
          <input type="hidden" name="answers" value={page.ids.answers} />
          <input type="hidden" name="version" value={page.ids.version} />
          <RemedyFields catalogue={page.catalogue} documents={page.documents} today={page.today} />
          <p>
            <a href="/aide">{t('proposals:form.helpTools')}</a>
          </p>
          <TextArea name="terms" label={t('proposals:terms')} hint={t('proposals:form.termsHint')} rows={8} optional />
          <p className="pc-saved" role="status">
            {saver.state !== 'idle'
              ? t('proposals:form.saving')
              : notKept
                ? t('forms:notKept', { why: notKept })
                : savedAt
                  ? `${t('proposals:form.saved', { time: savedAt })}. ${t('proposals:form.savedNote')}`
                  : ''}
          </p>
          <ButtonGroup>
            <Button name="intent" value="send">
              {t(`proposals:form.${submit}`)}
            </Button>
            <Button look="secondary" name="intent" value="preview" formNoValidate>
              {t('proposals:form.preview')}
            </Button>
            <Button look="tertiary" name="intent" value="save" formNoValidate>
              {t('proposals:form.save')}
            </Button>
          </ButtonGroup>
          <p>
            <a href={back}>{t('dossier:form.cancel')}</a>
          </p>
          {page.savedAt ? (
            <Button look="tertiary" compact name="intent" value="discard" formNoValidate>
              {t('proposals:form.discard')}
            </Button>
          ) : null}
        </Form>
      </div>
      <div className="pc-live" id="brouillon">
        <p>{t('proposals:form.sheetHint')}</p>
        <AgreementSheet sheet={sheet} scroll />
      </div>
    </div>
  );
}

/** Names of the fields for the summary of errors. */
function labelsOf(page: ProposalFormData, remedy: string, terms: string): Record<string, string> {
  const labels: Record<string, string> = { remedy, terms };
  for (const each of page.catalogue) {
    for (const field of each.fields) labels[`${each.code}.${field.name}`] = each.label;
  }
  return labels;
}

/** A form's values nested by their dotted names, as the server reads them. */
function nestedValues(data: FormData): Record<string, unknown> {
  const values: Record<string, unknown> = { remedy: data.getAll('remedy[]') };
  for (const [name, value] of data.entries()) {
    if (typeof value !== 'string' || name === 'remedy[]') continue;
    const [head = '', inner] = name.split('.');
    if (inner === undefined) values[head] = value;
    else values[head] = { ...(values[head] as Record<string, unknown> | undefined), [inner]: value };
  }
  return values;
}
