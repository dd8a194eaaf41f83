import type { FormReply } from './form-reply.ts';
import { useRefusedTitle } from './refused-title.ts';
import { useT } from '../../texts.tsx';
import { fieldId } from './form-context.ts';
import { Notice } from '../messages/Notice.tsx';

type ErrorSummaryProps = {
  reply: FormReply;
  texts: string | null;
  labels: Record<string, string>;
  prefix: string;
};

/** On top of a refused form: what was refused, and a link to each field to correct. Takes the focus, so that it is read first. */
export function ErrorSummary({ reply, texts, labels, prefix }: ErrorSummaryProps) {
  const t = useT();
  useRefusedTitle(true);
  const fields = Object.entries(reply.errors);
  const label = (name: string) => labels[name] ?? (texts ? t(`${texts}.${name}.label`, { defaultValue: '' }) : '');
  // A box to tick is labelled by a sentence: it loses its full stop here.
  const said = (field: string, problem: string) =>
    field ? t('forms:fieldProblem', { field: field.replace(/\.$/, ''), problem }) : problem;
  const title = reply.refusal ? t('forms:refused') : t('forms:summary', { count: fields.length });
  return (
    <div className="pc-error-summary" role="alert" tabIndex={-1} autoFocus>
      <Notice kind="error" title={title}>
        {reply.refusal ? (
          <p>
            {t(`errors:${reply.refusal.code}`, {
              ...reply.refusal.params,
              defaultValue: t('layout:refusal.unexpected'),
            })}
          </p>
        ) : null}
        {fields.length > 0 ? (
          <ul>
            {fields.map(([name, { key, params }]) => (
              <li key={name}>
                <a href={`#${fieldId(prefix, name)}`}>{said(label(name), t(key, params ?? {}))}</a>
              </li>
            ))}
          </ul>
        ) : null}
      </Notice>
    </div>
  );
}
