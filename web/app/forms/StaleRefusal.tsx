import { useActionData } from '@remix-run/react';
import type { FormReply } from './read-form.ts';
import { ErrorSummary } from '../ui/form/ErrorSummary.tsx';

/**
 * The refusal of a form that the page no longer shows: it was sent from a page left open while things changed. What was wrong in its fields matters no
 * more.
 */
export function StaleRefusal({ shown }: { shown: string[] }) {
  const reply = useActionData<FormReply>();
  if (!reply || !('errors' in reply) || shown.includes(reply.form)) return null;
  const refusal = reply.refusal ?? { code: 'form.gone', params: {} };
  return <ErrorSummary reply={{ ...reply, errors: {}, refusal }} texts={null} labels={{}} prefix="" />;
}
