import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireUser } from '../../guards.ts';

/** The bytes of a document, for who may read it. */
export function loader({ context, params }: LoaderFunctionArgs) {
  return context.services.intake.sendDocument(
    requireUser(context),
    params['dossierId'] ?? '',
    params['documentId'] ?? '',
  );
}
