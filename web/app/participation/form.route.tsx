import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { participationForm } from '#contracts/schemas/participation.ts';
import { attempt } from '../forms/attempt.ts';
import { readForm } from '../forms/read-form.ts';
import { enter } from '../guards.ts';
import { HelpLinks } from '../layout/HelpLinks.tsx';
import { titleMeta } from '../layout/meta.ts';
import { Page } from '../layout/Page.tsx';
import { useT } from '../texts.tsx';
import { Form } from '../ui/form/Form.tsx';
import { namesOfFields, ParticipationFields } from './ParticipationFields.tsx';

export const meta = titleMeta;

export function loader(args: LoaderFunctionArgs) {
  enter(pages.participation.form, args);
  return { title: args.context.t('participation:title') };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  enter(pages.participation.form, args);
  const form = await readForm(request, participationForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const { ip, language, services } = context;
    await services.participation.send({ form: form.value, key: form.key, ip, language });
    return redirect(href(pages.participation.sent), 303);
  });
}

/** F-014: a company asks to take part; anyone may send it. */
export default function Participation() {
  const t = useT();
  const { title } = useLoaderData<typeof loader>();
  return (
    <Page title={title}>
      <p className="pc-lead">{t('participation:lead')}</p>
      <p>{t('participation:who')}</p>
      <HelpLinks to={['process', 'merchants']} />
      <Form
        name="participation"
        texts="participation:fields"
        labels={namesOfFields(t)}
        submit={t('participation:submit')}
      >
        <ParticipationFields named={0} />
      </Form>
    </Page>
  );
}
