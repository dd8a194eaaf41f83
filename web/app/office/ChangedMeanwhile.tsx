import { useActionData } from '@remix-run/react';
import { useT } from '../texts.tsx';
import { DescriptionList } from '../ui/data/Lists.tsx';
import { UserText } from '../ui/data/UserText.tsx';
import type { FormReply } from '../ui/form/form-reply.ts';
import { RowField } from '../ui/form/RowField.tsx';
import { Notice } from '../ui/messages/Notice.tsx';

type ChangedMeanwhileProps = { record: Record<string, string>; mark: string };

/**
 * In the form that changes a record: the mark of what it was shown with, and, when somebody else has changed the record since, what it says now where that
 * is not what was typed. Sent again, the form replaces what is read here.
 */
export function ChangedMeanwhile({ record, mark }: ChangedMeanwhileProps) {
  const t = useT();
  const reply = useActionData<FormReply>();
  const refused = reply && 'refusal' in reply && reply.refusal?.code === 'directory.changed';
  const differs = ([name, value]: [string, string]) => linesOf(value) !== linesOf(reply?.values[name]);
  const others = refused ? Object.entries(record).filter(differs) : [];
  return (
    <>
      <RowField name="seen" value={mark} />
      {others.length > 0 ? (
        <Notice kind="information" title={t('directory:changed.title')}>
          <DescriptionList
            items={others.map(([name, value]) => ({
              label: t(`directory:fields.${name}.label`),
              value: value ? <UserText>{value}</UserText> : t('directory:changed.nothing'),
            }))}
          />
        </Notice>
      ) : null}
    </>
  );
}

/** A text area sends its lines with the ends that the web prescribes. */
const linesOf = (typed: unknown): string => (typeof typed === 'string' ? typed.replaceAll('\r\n', '\n').trim() : '');
