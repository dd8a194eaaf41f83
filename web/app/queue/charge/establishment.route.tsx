import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { placingForm } from '#contracts/schemas/queue.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { Select } from '../../ui/form/Select.tsx';
import { Empty } from '../../ui/messages/Empty.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user } = enter(pages.queue.establishment, args);
  const { t, services } = context;
  const asked = new URL(request.url).searchParams.getAll('d');
  const { dossiers, establishments, more } = await services.queue.placingForm(user, asked);
  return {
    title: t('queue:place.title'),
    more,
    dossiers: dossiers.map(({ id, number, title, consumerName, establishmentName }) => ({
      id,
      number,
      words: `${title || t('dossier:list.untitled')} (${consumerName})`,
      place: establishmentName ? t('queue:place.now', { name: establishmentName }) : t('queue:place.nowhere'),
    })),
    options: establishments.map(({ id, name }) => ({ value: id, label: name })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user } = enter(pages.queue.establishment, args);
  const form = await readForm(request, placingForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const { dossier, establishment } = form.value;
    const count = await context.services.queue.placeAll(user, {
      dossierIds: dossier,
      establishmentId: establishment,
    });
    context.announce(`queue:place.done.${count === 1 ? 'one' : 'several'}`);
    return redirect(href(pages.queue.list), 303);
  });
}

/** Several dossiers put at one of the company's places, to narrow the queue by (F-041, B-09). */
export default function Establishment() {
  const t = useT();
  const { title, dossiers, options, more } = useLoaderData<typeof loader>();
  const list = href(pages.queue.list);
  const back = <a href={list}>{t('queue:charge.back')}</a>;
  return (
    <Page title={title} crumbs={[{ label: t('queue:title'), to: list }, { label: title }]}>
      {more ? <Notice title={t('queue:charge.more')} /> : null}
      {dossiers.length === 0 || options.length === 0 ? (
        <Empty title={t(dossiers.length === 0 ? 'queue:charge.none' : 'queue:place.none')}>
          <p>{t(dossiers.length === 0 ? 'queue:charge.noneNote' : 'queue:place.noneNote')}</p>
          <p>{back}</p>
        </Empty>
      ) : (
        <>
          <p className="pc-lead">{t('queue:place.intro')}</p>
          <h2>{t('queue:charge.list')}</h2>
          <ul>
            {dossiers.map(({ id, number, words, place }) => (
              <li key={id}>
                <a href={href(pages.dossier.summary, { dossierId: id })}>{number}</a>{' '}
                <UserText inline>{words}</UserText>
                <br />
                <UserText inline>{place}</UserText>
              </li>
            ))}
          </ul>
          <Form
            submit={t('queue:place.button')}
            beside={back}
            labels={{ establishment: t('queue:columns.place'), dossier: t('queue:charge.list') }}
          >
            {dossiers.map(({ id }) => (
              <input key={id} type="hidden" name={`dossier.${id}`} value="yes" />
            ))}
            <Select
              name="establishment"
              label={t('queue:columns.place')}
              options={[...options, { value: 'none', label: t('queue:place.noPlace') }]}
            />
          </Form>
        </>
      )}
    </Page>
  );
}
