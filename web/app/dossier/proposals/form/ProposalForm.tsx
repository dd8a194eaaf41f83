import { href, pages } from '#contracts/pages/index.ts';
import { readProposal } from '#contracts/schemas/proposal.ts';
import { maxTermsLength } from '#domain/agreement/remedies.ts';
import type { ProposalContent } from '#domain/agreement/types.ts';
import type { Language } from '#content/texts/index.ts';
import { remedyLines } from '#content/texts/remedy-lines.ts';
import { useLanguage, useT } from '../../../texts.tsx';
import { Button, ButtonGroup } from '../../../ui/Button.tsx';
import { Form, useFormReply } from '../../../ui/form/Form.tsx';
import { RowField } from '../../../ui/form/RowField.tsx';
import { Notice } from '../../../ui/messages/Notice.tsx';
import { TextArea } from '../../../ui/form/TextArea.tsx';
import { AgreementPreview } from '../AgreementPreview.tsx';
import { SavedMark } from '../../../forms/autosave/SavedMark.tsx';
import { OtherDrafts } from '../../../forms/autosave/OtherDrafts.tsx';
import { RemedyFields } from '../../../forms/RemedyFields.tsx';
import type { ProposalFormData } from '../../types.ts';
import { HelpLinks } from '../../../layout/HelpLinks.tsx';

type Warning = { field: string; key: string; params: Record<string, string> };

type Props = { id: string; page: ProposalFormData; back: string; warnings: Warning[] };

/** The form; where nothing can be sent from it any more, what was written in it. */
export function ProposalForm(props: Props) {
  return props.page.refusal ? <UnsendableProposal {...props} refusal={props.page.refusal} /> : <OpenForm {...props} />;
}

/**
 * The form of a proposal beside the agreement that it would make, which follows what is typed; without scripts, « Prévisualiser » shows it. It is
 * saved as it is typed, for its author alone. Remedies that rarely go together are flagged; the terms have one label everywhere.
 */
function OpenForm({ id, page, back, warnings }: Props) {
  const t = useT();
  const language = useLanguage();
  const reply = useFormReply('proposition');
  const preview = previewWith(page, reply ? readProposal(reply.values) : page.content, language);
  const address = href(pages.dossier.autosave, { dossierId: id });
  const submit =
    page.byMediator && page.mode === 'new'
      ? 'submitMediator'
      : { new: 'submitNew', counter: 'submitCounter', edit: 'submitEdit' }[page.mode];
  return (
    <div className="pc-two">
      <div>
        {warnings.length > 0 ? (
          <Notice kind="warning" title={t('proposals:form.warnings')}>
            <ul>
              {warnings.map((warning) => (
                <li key={warning.key + warning.params.other}>{t(warning.key, warning.params)}</li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <OtherDrafts others={page.others} />
        <Form
          name="proposition"
          saves={{ address, row: 'contentId', max: maxTermsLength }}
          values={page.values}
          labels={labelsOf(page, t('proposals:form.remedies'), t('proposals:terms'))}
        >
          <RowField name="contentId" value={page.ids.contentId} />
          <RowField name="base" value={page.base} />
          <RowField name="proposalId" value={page.ids.proposalId} />
          <RowField name="answers" value={page.ids.answers} />
          <RowField name="version" value={page.ids.version} />
          <RemedyFields catalogue={page.catalogue} documents={page.documents} today={page.today} />
          <HelpLinks to={['solutions', 'damages', 'caseLaw', 'negotiation']} />
          <TextArea name="terms" label={t('proposals:terms')} hint={t('proposals:form.termsHint')} rows={8} optional />
          <SavedMark savedAt={page.savedAt} />
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
        <p>{t('proposals:form.previewHint')}</p>
        <AgreementPreview preview={preview} scroll />
      </div>
    </div>
  );
}

/** What was written and is not sent: why, the agreement it makes, and where it can still go. */
function UnsendableProposal({ page, back, refusal }: Props & { refusal: NonNullable<ProposalFormData['refusal']> }) {
  const t = useT();
  const language = useLanguage();
  const reply = useFormReply('proposition');
  const codes = [...new Set([reply?.refusal?.code, refusal.code])].filter((code) => code !== undefined);
  return (
    <>
      <Notice kind="warning" title={t('forms:drafts.unsentTitle')} live={reply !== null}>
        {codes.map((code) => (
          <p key={code}>{t(`errors:${code}`)}</p>
        ))}
        <p>{t('forms:drafts.unsent')}</p>
        {refusal.edit ? (
          <p>
            <a href={refusal.edit}>{t('proposals:form.makeVersion')}</a>
          </p>
        ) : null}
        <p>
          <a href={back}>{t('proposals:title')}</a>
        </p>
      </Notice>
      <OtherDrafts others={page.others} />
      <div id="brouillon">
        <AgreementPreview preview={previewWith(page, reply ? readProposal(reply.values) : page.content, language)} />
      </div>
    </>
  );
}

/** The agreement that a content would make. */
function previewWith(page: ProposalFormData, content: ProposalContent, language: Language) {
  const remedies = remedyLines(content.remedies, { catalogue: page.catalogue, words: page.words, language });
  return { ...page.preview, remedies, terms: content.terms };
}

/** Names of the fields for the summary of errors. */
function labelsOf(page: ProposalFormData, remedy: string, terms: string): Record<string, string> {
  const labels: Record<string, string> = { remedy, terms };
  for (const each of page.catalogue) {
    for (const field of each.fields) labels[`${each.code}.${field.name}`] = each.label;
  }
  return labels;
}
