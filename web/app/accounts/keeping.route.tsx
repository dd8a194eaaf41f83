import type { LoaderFunctionArgs } from '@remix-run/node';

/** Whose session this is, for a page that is about to send what was typed in it. Answers JSON. */
export function loader({ context }: LoaderFunctionArgs) {
  return Response.json({ account: context.keeping.account }, { headers: { 'Cache-Control': 'no-store' } });
}
