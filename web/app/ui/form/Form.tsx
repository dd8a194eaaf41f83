import { useActionData } from '@remix-run/react';
import { useId, type ReactNode } from 'react';
import type { FormReply } from './form-reply.ts';
import { useRoot } from '../../root-data.ts';
import { Button, ButtonGroup } from '../Button.tsx';
import { ErrorSummary } from './ErrorSummary.tsx';
import { FormContext } from './form-context.ts';

type FormProps = {
  children?: ReactNode;
  /** Tells the forms of a page apart; a refusal is shown in the form it came from. */
  name?: string;
  /** Address that receives the form. @default the page's own */
  action?: string;
  /** What was saved: shown until something else is typed. */
  values?: Record<string, unknown>;
  /** Prefix of the fields' texts: `account:fields` gives `account:fields.email.label`. */
  texts?: string;
  /** Names of fields for the error summary, when they are not in `texts`. */
  labels?: Record<string, string>;
  encType?: 'multipart/form-data';
  /** Label of the one primary button. Leave out to write buttons among the children. */
  submit?: ReactNode;
  /** Beside the primary button: a way out. */
  beside?: ReactNode;
  className?: string;
  /** Tells apart what is kept of forms that have one name at one address. @default the name */
  keptAs?: string;
  /** Where it is saved as it is typed, and how; without it, what is typed is kept in the browser. */
  saves?: Saves;
};

type Saves = {
  address: string;
  /** The hidden field that names the form's own row, when it has one. */
  row?: string;
  /** The longest that a text of it may be, in characters. */
  max?: number;
  /** Other people than its author read it: a filing. */
  shared?: boolean;
};

/**
 * A form that posts as a document, scripts or not. Carries an idempotency key (`form_key`); after a refusal shows what was typed, a
 * summary that links to each field, and the refusal's sentence. What is typed in it is kept until it is taken (forms/kept), as its `data-` say.
 */
export function Form(props: FormProps) {
  const { name = '', texts = null, values = {}, submit, beside, saves } = props;
  const reply = useFormReply(name);
  const root = useRoot();
  const unique = useId().replaceAll(':', '');
  const prefix = name ? `${name}-` : '';
  const key = `${reply?.formKey ?? root?.formKey ?? ''}.${name || unique}`;
  const state = {
    values: reply ? { ...values, ...reply.values } : values,
    errors: reply?.errors ?? {},
    texts,
    prefix,
    unanswered: isUnanswered(reply),
  };
  return (
    <FormContext.Provider value={state}>
      {reply ? <ErrorSummary reply={reply} texts={texts} labels={props.labels ?? {}} prefix={prefix} /> : null}
      <form
        method="post"
        action={props.action}
        encType={props.encType}
        className={`pc-form ${props.className ?? ''}`.trim()}
        noValidate
        data-kept={props.keptAs ?? name}
        data-kept-replied={reply ? '' : undefined}
        data-kept-save={saves?.address}
        data-kept-row={saves?.row}
        data-kept-max={saves?.max}
        data-kept-shared={saves?.shared ? '' : undefined}
      >
        <input type="hidden" name="form_key" value={key} />
        {name ? <input type="hidden" name="form_name" value={name} /> : null}
        {props.children}
        {submit ? (
          <ButtonGroup>
            <Button>{submit}</Button>
            {beside}
          </ButtonGroup>
        ) : null}
      </form>
    </FormContext.Provider>
  );
}

/** Whether the engine did not answer in time. */
function isUnanswered(reply: FormReply | null): boolean {
  return reply?.refusal?.code === 'engine.unavailable';
}

/** What the page's action answered to this form, if it refused it. */
export function useFormReply(name = ''): FormReply | null {
  const answer: unknown = useActionData();
  if (answer === null || typeof answer !== 'object' || !('errors' in answer) || !('formKey' in answer)) return null;
  const reply = answer as FormReply;
  return reply.form === name ? reply : null;
}
