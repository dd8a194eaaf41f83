import { useActionData } from '@remix-run/react';
import { useT } from '../texts.tsx';
import { DescriptionList } from '../ui/data/Lists.tsx';
import { UserText } from '../ui/data/UserText.tsx';
import type { FormReply } from '../ui/form/form-reply.ts';
import { RowField } from '../ui/form/RowField.tsx';
import { Notice } from '../ui/messages/Notice.tsx';

type ChangedMeanwhileProps = {
  /** What is stored now, by field. */
  record: Record<string, string>;
  mark: string | number;
  /** Prefix of the fields' texts, as the form's. */
  texts: string;
  /** Name of the form, when a page has several. */
  form?: string;
};

/** Refusals of a form whose record somebody changed while it was filled in. */
const refusals = ['directory.changed', 'reply.changed'];

/**
 * In the form that changes a record: the mark of what it was shown with, and, when somebody else has changed the record since, what it says now where that
 * is not what was typed. Sent again, the form replaces what is read here.
 */
export function ChangedMeanwhile({ record, mark, texts, form = '' }: ChangedMeanwhileProps) {
  const t = useT();
  const reply = useActionData<FormReply>();
  const refusal = reply && 'refusal' in reply && reply.form === form ? reply.refusal : null;
  const differs = ([name, value]: [string, string]) => linesOf(value) !== linesOf(reply?.values[name]);
  const others = refusal && refusals.includes(refusal.code) ? Object.entries(record).filter(differs) : [];
  return (
    <>
      <RowField name="seen" value={mark} />
      {others.length > 0 ? (
        <Notice kind="information" title={t('forms:changed.title')}>
          <DescriptionList
            items={others.map(([name, value]) => ({
              label: t(`${texts}.${name}.label`),
              value: value ? <UserText>{value}</UserText> : t('forms:changed.nothing'),
            }))}
          />
        </Notice>
      ) : null}
    </>
  );
}

/** A text area sends its lines with the ends that the web prescribes. */
const linesOf = (typed: unknown): string => (typeof typed === 'string' ? typed.replaceAll('\r\n', '\n').trim() : '');
