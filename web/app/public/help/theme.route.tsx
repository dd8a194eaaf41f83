import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AppError } from '#contracts/errors.ts';
import { helpSlugs } from '#contracts/pages/index.ts';
import { keysOf } from '#domain/known-values.ts';
import { titleMeta } from '../../layout/meta.ts';
import { HelpPage } from './HelpPage.tsx';
import { presentHelp } from './present.server.ts';

export const meta = titleMeta;

/** F-001, F-004, F-050, F-066, F-088, F-096, F-097, F-098, F-100, F-110, F-145, F-146, F-147, F-148: a page of help, whichever its address names. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const theme = keysOf(helpSlugs).find((each) => helpSlugs[each] === params['theme']);
  if (!theme) throw new AppError('access.not_found');
  const values = { email: context.settings.officeEmail, durations: await context.services.help.durations() };
  const help = presentHelp(context.reader, theme, values);
  return { title: help.title, help };
}

export default function Theme() {
  const { help } = useLoaderData<typeof loader>();
  return <HelpPage help={help} />;
}
