import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { participationForm } from '#contracts/schemas/participation.ts';
import { attempt } from '../forms/attempt.ts';
import { readForm } from '../forms/read-form.ts';
import { enter } from '../guards.ts';
import { titleMeta } from '../layout/meta.ts';
import { Page } from '../layout/Page.tsx';
import { StaleRefusal } from '../forms/StaleRefusal.tsx';
import { useT } from '../texts.tsx';
import { UserText } from '../ui/data/UserText.tsx';
import { Form } from '../ui/form/Form.tsx';
import { Notice } from '../ui/messages/Notice.tsx';
import { namesOfFields, ParticipationFields } from './ParticipationFields.tsx';
import { typedParticipation } from './typed-values.ts';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { params } = enter(pages.participation.followed, args);
  const { number, state, over, answer, form } = await context.services.participation.follow(params.token);
  const title = context.t('participation:followed.title', { number });
  const named = form?.representatives.length ?? 0;
  const typed = form && { ...typedParticipation(form), phone: context.reader.phone(form.phone) };
  return data({ title, state, over, answer, typed, named }, { status: over ? 410 : 200 });
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { params } = enter(pages.participation.followed, args);
  const form = await readForm(request, participationForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const { ip, language, services } = context;
    await services.participation.correct({ token: params.token, form: form.value, key: form.key, ip, language });
    return redirect(href(pages.participation.sent), 303);
  });
}

/** F-014: what the Office answered to a form, behind the link of its mail; a form to correct is there, as it was sent. */
export default function Followed() {
  const t = useT();
  const { title, state, over, answer, typed, named } = useLoaderData<typeof loader>();
  if (over)
    return (
      <Page title={title}>
        <StaleRefusal shown={[]} />
        <p className="pc-lead">{t('participation:followed.over')}</p>
        <p>{t('participation:followed.overNote')}</p>
      </Page>
    );
  if (typed)
    return (
      <Page title={title}>
        <p className="pc-lead">{t('participation:followed.correctLead')}</p>
        <Notice kind="warning" title={t('participation:followed.correct')}>
          <UserText>{answer}</UserText>
        </Notice>
        <Form
          name="participation"
          texts="participation:fields"
          labels={namesOfFields(t)}
          values={typed}
          submit={t('participation:followed.submit')}
        >
          <ParticipationFields named={named} />
        </Form>
      </Page>
    );
  return (
    <Page title={title}>
      <StaleRefusal shown={[]} />
      <p className="pc-lead">{t(`participation:followed.${state === 'declined' ? 'declined' : 'waiting'}`)}</p>
      {state === 'declined' ? (
        <>
          <h2>{t('participation:followed.reason')}</h2>
          <UserText>{answer}</UserText>
          <p>
            <a href={href(pages.participation.form)}>{t('participation:link')}</a>
          </p>
        </>
      ) : null}
    </Page>
  );
}
