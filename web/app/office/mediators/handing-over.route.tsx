import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useEffect } from 'react';
import { z } from 'zod';
import { href, pages } from '#contracts/pages/index.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useScripts, withScripts } from '../../scripts.ts';
import { useT } from '../../texts.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import { stopped } from './go-on.server.ts';
import { presentProgress } from './present-hand-over.server.ts';

export const meta = titleMeta;
export const handle = withScripts;

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { params } = enter(pages.office.handingOver, args);
  const page = presentProgress(context.reader, await context.services.office.handOverProgress(params.handOverId));
  return { title: page.title, page, waits: new URL(request.url).searchParams.has(stopped) };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: officer, params } = enter(pages.office.handingOver, args);
  const form = await readForm(request, z.object({}));
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    await context.services.office.goOn(officer, params.handOverId);
    return redirect(href(pages.office.handingOver, params), 303);
  });
}

/** Mediations that go from one person together: what is done, what remains, a line for each; it goes on by itself, or by a button (F-020, F-121, B-11). */
export default function HandingOver() {
  const t = useT();
  const { title, page, waits } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() !== undefined;
  const account = href(pages.office.mediator, { userId: page.mediator.id });
  useGoesOn(page.left > 0 && !waits && !refused);
  return (
    <Page
      title={title}
      crumbs={[
        { label: t('directory:mediators.title'), to: href(pages.office.mediators) },
        { label: <UserText inline>{page.mediator.name}</UserText>, to: account },
        { label: t('office:handingOver.crumb') },
      ]}
    >
      {page.left > 0 ? (
        <>
          {waits ? <Notice kind="warning" title={t('office:handingOver.stopped')} /> : null}
          <p role="status">
            <label htmlFor="progress">{page.progress}</label>{' '}
            <progress id="progress" value={page.lines.length} max={page.lines.length + page.left} />
          </p>
          <Form name="continue" submit={t('office:handingOver.continue')}>
            <p>{t('office:handingOver.intro')}</p>
          </Form>
        </>
      ) : (
        <Notice kind={page.allDone ? 'success' : 'warning'} title={t('office:handingOver.over')} live>
          <a href={account}>{t('office:handOver.back')}</a>
        </Notice>
      )}
      {page.lines.length > 0 ? (
        <>
          <h2>{t('office:handOver.results')}</h2>
          <ul>
            {page.lines.map(({ id, number, what }) => (
              <li key={id}>
                <a href={href(pages.office.dossier, { dossierId: id })}>{number}</a> <UserText inline>{what}</UserText>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Page>
  );
}

/** Sends the page's form by itself, once for each time that the page is shown. */
function useGoesOn(on: boolean): void {
  useScripts('a hand-over that goes on');
  useEffect(() => {
    if (on) document.querySelector<HTMLFormElement>('form[data-kept="continue"]')?.requestSubmit();
  }, [on]);
}
