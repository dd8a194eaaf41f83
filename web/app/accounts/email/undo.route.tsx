import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { href, pages } from '#contracts/pages/index.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { DescriptionList } from '../../ui/data/Lists.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { Form } from '../../ui/form/Form.tsx';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { params } = enter(pages.accounts.emailUndo, args);
  const change = await context.services.accounts.emailChangeToUndo(params.token);
  return { title: context.t('factors:email.undoTitle'), ...change };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { params } = enter(pages.accounts.emailUndo, args);
  const form = await readForm(request, z.object({}));
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    await context.services.accounts.undoChangeOfEmail({ token: params.token, ip: context.ip });
    context.announce('factors:email.undone');
    return redirect(href(pages.accounts.forgot), 303);
  });
}

/** The owner of an account objects to its new address, from the one that it had. Opening the link changes nothing. */
export default function UndoEmail() {
  const { title, formerEmail, newEmail } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Page title={title}>
      <p className="pc-lead">{t('factors:email.undoLead')}</p>
      <DescriptionList
        items={[
          { label: t('factors:email.present'), value: <UserText inline>{newEmail}</UserText> },
          { label: t('factors:email.former'), value: <UserText inline>{formerEmail}</UserText> },
        ]}
      />
      <Form submit={t('factors:email.undoSubmit')} />
    </Page>
  );
}
