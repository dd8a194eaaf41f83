import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { mediatorForm } from '#contracts/schemas/office.ts';
import { enter } from '../../guards.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { Page } from '../../layout/Page.tsx';
import { titleMeta } from '../../layout/meta.ts';
import { PersonFields } from '../fields.tsx';
import { placeRefusal, refusalsOfEmail } from '../../forms/place-refusal.ts';
import { useT } from '../../texts.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { TextField } from '../../ui/form/TextField.tsx';

export const meta = titleMeta;

export function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  enter(pages.office.openMediator, args);
  return { title: context.t('directory:openMediator.title') };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.openMediator, args);
  const form = await readForm(request, mediatorForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, () =>
    placeRefusal(form.values, { email: refusalsOfEmail }, async () => {
      const opening = { actorId: officer.id, person: form.value, key: form.key };
      const id = await context.services.directory.openMediator(opening);
      context.announce('directory:openMediator.done');
      return redirect(href(pages.office.mediator, { userId: id }), 303);
    }),
  );
}

/** F-020: an account for a mediator. */
export default function OpenMediator() {
  const t = useT();
  const { title } = useLoaderData<typeof loader>();
  return (
    <Page
      title={title}
      crumbs={[{ label: t('directory:mediators.title'), to: href(pages.office.mediators) }, { label: title }]}
    >
      <p className="pc-lead">{t('directory:openMediator.intro')}</p>
      <Form
        texts="directory:fields"
        submit={t('directory:openMediator.submit')}
        beside={<a href={href(pages.office.mediators)}>{t('directory:cancel')}</a>}
      >
        <PersonFields />
        <TextField name="accreditation" autoComplete="off" />
      </Form>
    </Page>
  );
}
