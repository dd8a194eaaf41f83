import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { AppError } from '#contracts/errors.ts';
import { href, pages } from '#contracts/pages/index.ts';
import { readForm } from '../forms/read-form.ts';
import { titleMeta } from '../layout/meta.ts';
import { Page } from '../layout/Page.tsx';
import { useT } from '../texts.tsx';
import { DemonstrationPeople } from './DemonstrationPeople.tsx';
import { loadDemonstration } from './present.server.ts';

export const meta = titleMeta;

/** Everyone of the demonstration; nothing is found here where there is none (ADR 33). */
export async function loader({ context }: LoaderFunctionArgs) {
  const groups = await loadDemonstration(context);
  return { title: context.t('demonstration:title'), groups };
}

/** Enters as one of them, whoever the browser was before. */
export async function action({ request, context }: ActionFunctionArgs) {
  if (!context.settings.demo) throw new AppError('access.not_found');
  const form = await readForm(request, z.object({ userId: z.uuid() }));
  if (!form.ok) throw new AppError('access.not_found');
  const { id, kind } = await context.services.demonstration.signIn(form.value.userId);
  await context.session.start(id);
  return redirect(href(kind === 'officer' ? pages.office.home : pages.dossier.list), 303);
}

export default function Demonstration() {
  const t = useT();
  const { title, groups } = useLoaderData<typeof loader>();
  return (
    <Page title={title}>
      <p className="pc-lead">{t('demonstration:lead')}</p>
      <DemonstrationPeople groups={groups} />
    </Page>
  );
}
