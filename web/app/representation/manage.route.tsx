import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { isCode } from '#content/lists/index.ts';
import { representativeForm } from '#contracts/schemas/filing.ts';
import { enter } from '../guards.ts';
import { attempt } from '../forms/attempt.ts';
import { NameFields } from '../forms/NameFields.tsx';
import { readForm } from '../forms/read-form.ts';
import { Unsent } from '../forms/Unsent.tsx';
import { Page } from '../layout/Page.tsx';
import { titleMeta } from '../layout/meta.ts';
import { useT } from '../texts.tsx';
import { Button, ButtonGroup } from '../ui/Button.tsx';
import { Checkbox } from '../ui/form/Choice.tsx';
import { Form, useFormReply } from '../ui/form/Form.tsx';
import { Notice } from '../ui/messages/Notice.tsx';
import { Select } from '../ui/form/Select.tsx';
import { TextField } from '../ui/form/TextField.tsx';
import { presentRepresentation } from './manage.present.server.ts';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { user, params } = enter(pages.representation.manage, args);
  const representation = await context.services.representation.load(user, params.dossierId);
  return presentRepresentation(context.reader, representation);
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user, params } = enter(pages.representation.manage, args);
  const services = context.services.representation;
  const representation = await services.load(user, params.dossierId);
  const here = href(pages.representation.manage, { dossierId: representation.opened.summaryRow.id });
  const form = await readForm(
    request,
    representativeForm((code) => isCode('relationships', code)),
  );
  if (form.intent === 'resend') {
    return attempt(form.values, async () => {
      await services.resend({ representation, key: form.key });
      context.announce('filing:representation.resent');
      return redirect(here, 303);
    });
  }
  if (form.intent === 'remove') {
    return attempt(form.values, async () => {
      await services.remove({ representation, key: form.key });
      const byConsumer = representation.opened.actor.role === 'consumer';
      context.announce(byConsumer ? 'filing:representation.removed' : 'filing:representation.left');
      return redirect(byConsumer ? here : href(pages.dossier.list), 303);
    });
  }
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    await services.name({ representation, form: form.value, key: form.key });
    context.announce('filing:representation.named');
    return redirect(here, 303);
  });
}

export default function Representation() {
  const t = useT();
  const { id, number, person, acting, canName, canRemove, canResend, open, relationships } =
    useLoaderData<typeof loader>();
  const reply = useFormReply('person');
  const typed = ['firstName', 'lastName', 'email'].map((name) => reply?.values[name]).filter(Boolean);
  return (
    <Page
      title={t('filing:representation.title')}
      crumbs={[
        { label: t('filing:list'), to: href(pages.dossier.list) },
        { label: number, to: href(pages.dossier.summary, { dossierId: id }) },
        { label: t('filing:representation.title') },
      ]}
    >
      {acting ? <p>{t(`filing:representation.${open ? 'introYours' : 'introYoursOver'}`)}</p> : null}
      {acting ? null : <p>{t(`filing:representation.${open ? 'intro' : 'over'}`)}</p>}
      {person && acting ? (
        <Notice
          kind="information"
          title={t('filing:representation.yours', { name: acting.consumer, date: person.date })}
        />
      ) : null}
      {person && !acting ? (
        <Notice kind="information" title={t(`filing:representation.${person.active ? 'active' : 'invited'}`, person)} />
      ) : null}
      {acting && canRemove ? <p>{t(`filing:representation.${open ? 'leaveNote' : 'leaveNoteOver'}`)}</p> : null}
      {canResend ? (
        <Form name="resend">
          <p>{t('filing:representation.resendNote')}</p>
          <ButtonGroup>
            <Button look="secondary" name="intent" value="resend">
              {t('filing:representation.resend')}
            </Button>
          </ButtonGroup>
        </Form>
      ) : null}
      {canRemove ? (
        <Form name="remove">
          <ButtonGroup>
            <Button look="secondary" name="intent" value="remove">
              {t(acting ? 'filing:representation.leave' : 'filing:representation.remove')}
            </Button>
          </ButtonGroup>
        </Form>
      ) : null}
      {canName ? (
        <Form name="person" texts="filing:representation.fields" submit={t('filing:representation.submit')}>
          <NameFields />
          <Select name="relationship" options={relationships.map(({ code, label }) => ({ value: code, label }))} />
          <TextField name="email" type="email" autoComplete="off" />
          <Checkbox name="adult" />
          <Checkbox name="consent" />
        </Form>
      ) : null}
      {!canName && reply ? <Unsent texts={[typed.join(' ')]} reply={reply} /> : null}
      {!canName && !canRemove ? <p>{t('filing:representation.readOnly')}</p> : null}
    </Page>
  );
}
