import { useActionData } from '@remix-run/react';
import type { FormReply } from '../forms/read-form.ts';
import { ErrorSummary } from '../ui/form/ErrorSummary.tsx';

/** The refusal of a form that the page no longer shows: it was sent from a page left open while things changed. */
export function StaleRefusal({ shown }: { shown: string[] }) {
  const reply = useActionData<FormReply>();
  if (!reply?.refusal || shown.includes(reply.form)) return null;
  return <ErrorSummary reply={reply} texts={null} labels={{}} prefix="" />;
}
