import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { href, pages } from '#contracts/pages/index.ts';
import { localPath } from '../forms/local-path.ts';
import { readFields } from '../forms/read-form.ts';

/** Saves the reader's language or theme, then shows again the page they were on. Works signed out too. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readFields(request);
  const language = form.get('language');
  const theme = form.get('theme');
  if (language === 'fr' || language === 'en') {
    context.remember({ language });
    if (context.user) await context.services.accounts.saveLanguage(context.user.id, language);
  }
  if (theme === 'auto' || theme === 'light' || theme === 'dark') context.remember({ theme });
  return redirect(localPath(form.get('back')), 303);
}

export function loader() {
  return redirect(href(pages.public.home));
}
