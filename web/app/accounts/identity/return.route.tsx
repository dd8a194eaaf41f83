import { data, redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { httpStatusOf } from '#contracts/errors.ts';
import { refusalOf } from '#contracts/refusal.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { openSession } from '../factors/open-session.server.ts';
import { homeOf } from '../page-after-sign-in.ts';

export const meta = titleMeta;

/** Where the office's identity service sends people back. A person who is signed in already, by Back or in another tab, goes on. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { services, settings, url, user, pending, session, ip, t } = context;
  if (user) throw redirect(homeOf(user.kind, ''), 303);
  try {
    const came = settings.origin + url.path + url.search;
    const { userId, strong, asked } = await services.accounts.signInFromIdentityService({
      came,
      step: pending.get(),
      ip,
    });
    pending.clear();
    const next = homeOf('officer', asked);
    if (!strong) return await openSession(context, { userId }, next);
    await session.complete(userId, { strong });
    return redirect(next, 303);
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal || refusal.code === 'access.not_found') throw error;
    pending.clear();
    const name = services.accounts.identityServiceName();
    return data(
      { title: t('account:identity.failed', { name }), code: refusal.code, email: settings.officeEmail },
      { status: httpStatusOf(refusal.code) },
    );
  }
}

/** Why it did not work, and both ways on. */
export default function IdentityReturn() {
  const { title, code } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Page title={title}>
      <p className="pc-lead">{t(`errors:${code}`)}</p>
      <p>
        <a href={href(pages.accounts.identity)}>{t('account:identity.again')}</a>
      </p>
      <p>
        <a href={href(pages.accounts.signIn)}>{t('account:identity.password')}</a>
      </p>
    </Page>
  );
}
