import { useFormState } from './form-context.ts';

/**
 * A hidden value that says which row a form is about. A form that comes back because nobody answered in time keeps the one that it was sent with: the
 * act may have been carried out, and sent again it must be the same act, whatever row the page would begin now.
 */
export function RowField({ name, value }: { name: string; value: string | number }) {
  const { unanswered, values } = useFormState();
  const sent = unanswered ? values[name] : undefined;
  return <input type="hidden" name={name} defaultValue={typeof sent === 'string' ? sent : value} />;
}
