import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { nameOf, sentence } from '#content/named.ts';
import { href, pages } from '#contracts/pages/index.ts';
import { revisionForm } from '#contracts/schemas/mediation.ts';
import { attempt } from '../../../forms/attempt.ts';
import { readForm } from '../../../forms/read-form.ts';
import { titleMeta } from '../../../layout/meta.ts';
import { useT } from '../../../texts.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { ActPage } from '../../ActPage.tsx';
import { loadDossier } from '../../load-dossier.ts';

export const meta = titleMeta;

/** « Cette proposition ne me convient pas »: it closes nothing and the mediator alone learns of it; why is written in the room (F-115, F-116; ADR 32). */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params } = args;
  const opened = await loadDossier(pages.dossier.askForRevision, args);
  const { version, mediator, other, leaving } = context.services.dossier.revisionForm(
    opened,
    params['proposalId'] ?? '',
  );
  return {
    title: context.t('proposals:revision.title'),
    id: opened.summaryRow.id,
    number: opened.summaryRow.number,
    version,
    mediator: mediator && sentence(nameOf(context.reader, mediator)),
    leaving,
    other: nameOf(context.reader, other),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const opened = await loadDossier(pages.dossier.askForRevision, args);
  const form = await readForm(request, revisionForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const { version } = form.value;
    const proposalId = params['proposalId'] ?? '';
    const led = await context.services.dossier.askForRevision(opened, { key: form.key, proposalId, version });
    context.announce(led ? 'proposals:revision.done' : 'proposals:revision.doneUnled');
    return redirect(`${href(pages.dossier.proposals, { dossierId: opened.summaryRow.id })}#discussion`, 303);
  });
}

export default function Revision() {
  const t = useT();
  const { title, id, number, version, mediator, other, leaving } = useLoaderData<typeof loader>();
  return (
    <ActPage title={title} id={id} number={number}>
      <p className="pc-lead">{t('proposals:revision.intro', { version })}</p>
      <ul>
        <li>
          {mediator === null
            ? t('proposals:revision.toldUnled', { other })
            : t('proposals:revision.told', { mediator, other })}
        </li>
        <li>{t(leaving ? 'proposals:revision.closesAnyway' : 'proposals:revision.closesNothing')}</li>
        <li>{t('proposals:revision.accept')}</li>
      </ul>
      <p>{t(mediator === null ? 'proposals:revision.whyUnled' : 'proposals:revision.why')}</p>
      <Form
        submit={t('proposals:revision.button')}
        beside={<a href={href(pages.dossier.proposals, { dossierId: id })}>{t('dossier:form.cancel')}</a>}
      >
        <input type="hidden" name="version" value={version} />
      </Form>
    </ActPage>
  );
}
