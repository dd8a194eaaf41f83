import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mediatorForm } from '#contracts/schemas/office.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { requireKind } from '../../guards.ts';
import { Page } from '../../layout/Page.tsx';
import { titleMeta } from '../../layout/meta.ts';
import { PersonFields } from '../../office/fields.tsx';
import { placeRefusal, refusalsOfEmail } from '../../office/place-refusal.ts';
import { useT } from '../../texts.tsx';
import { Form } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';

export const meta = titleMeta;

export function loader({ context }: LoaderFunctionArgs) {
  requireKind(context, 'officer');
  return { title: context.t('directory:openMediator.title') };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const officer = requireKind(context, 'officer');
  const form = await readForm(request, mediatorForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, () =>
    placeRefusal(form.values, { email: refusalsOfEmail }, async () => {
      const id = await context.services.directory.createMediator(officer.id, form.value, form.key);
      context.announce('directory:openMediator.done');
      return redirect(`/office/mediateurs/${id}`, 303);
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
      crumbs={[{ label: t('directory:mediators.title'), to: '/office/mediateurs' }, { label: title }]}
    >
      <p className="pc-lead">{t('directory:openMediator.intro')}</p>
      <Form
        texts="directory:fields"
        submit={t('directory:openMediator.submit')}
        beside={<a href="/office/mediateurs">{t('directory:cancel')}</a>}
      >
        <PersonFields />
        <TextField name="accreditation" autoComplete="off" />
      </Form>
    </Page>
  );
}
