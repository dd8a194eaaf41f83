import type { LoaderFunctionArgs } from '@remix-run/node';
import { Refusal } from '../layout/Refusal.tsx';

/** Where the server shows a refusal made before any page was reached; it shows nothing to anyone who opens it directly. */
export function loader({ context }: LoaderFunctionArgs): never {
  const { code, status } = context.refusal ?? { code: 'access.not_found', status: 404 };
  throw Response.json({ code, params: {} }, { status });
}

export default function RefusalPage() {
  return <Refusal />;
}
