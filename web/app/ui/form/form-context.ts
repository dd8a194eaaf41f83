import { propertyOf } from '#contracts/unknown-values.ts';
import { createContext, useContext } from 'react';
import type { TextKey } from './form-reply.ts';

/** What a form's fields need to know of it: what was typed or saved, what is wrong, where their texts are. */
export type FormState = {
  values: Record<string, unknown>;
  errors: Record<string, TextKey>;
  /** Prefix of the fields' texts: `account:fields` gives `account:fields.email.label` and `.hint`. */
  texts: string | null;
  /** Keeps ids apart when a page has several forms. */
  prefix: string;
  /** It was sent, and nobody knows whether the act was carried out. */
  unanswered: boolean;
};

export const FormContext = createContext<FormState>({
  values: {},
  errors: {},
  texts: null,
  prefix: '',
  unanswered: false,
});

/** Id of a field's control: what labels and the error summary point at. */
export function fieldId(prefix: string, name: string): string {
  return `${prefix}champ-${name.replaceAll(/[^\w-]/g, '-')}`;
}

/** The value of a dotted name: typed just now, else saved. `list[]` reads as `list`. */
export function valueAt(values: Record<string, unknown>, name: string): unknown {
  let found: unknown = values;
  for (const part of name.replace(/\[\]$/, '').split('.')) {
    found = propertyOf(found, part);
  }
  return found;
}

export function useFormState(): FormState {
  return useContext(FormContext);
}
