import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { handOverForm } from '#contracts/schemas/office-desk.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { Select } from '../../ui/form/Select.tsx';
import { Empty } from '../../ui/messages/Empty.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import { goOnFrom } from './go-on.server.ts';
import { presentHandOver } from './present-hand-over.server.ts';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { params } = enter(pages.office.handOver, args);
  const page = presentHandOver(context.reader, await context.services.office.handOver(params.userId));
  return { title: context.t('office:handOver.title', { name: page.mediator.name }), page };
}

/** Writes down what goes to whom and begins; the page that follows goes on, with a line for each dossier (F-121). */
export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: officer, params } = enter(pages.office.handOver, args);
  const form = await readForm(request, handOverForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const id = await context.services.office.startHandOver(officer, {
      mediatorId: params.userId,
      to: form.value.to,
      key: form.key,
    });
    return goOnFrom(context, officer, id);
  });
}

/** Every dossier of a mediator who is away or leaves, each with a suggestion, given in one form (F-121, F-137, B-11). */
export default function HandOver() {
  const t = useT();
  const { title, page } = useLoaderData<typeof loader>();
  const back = href(pages.office.mediator, { userId: page.mediator.id });
  return (
    <Page
      title={title}
      crumbs={[
        { label: t('directory:mediators.title'), to: href(pages.office.mediators) },
        { label: <UserText inline>{page.mediator.name}</UserText>, to: back },
        { label: t('office:handOver.crumb') },
      ]}
    >
      {page.absences.map((absence) => (
        <p key={absence}>{absence}</p>
      ))}
      {page.dossiers.length === 0 ? (
        <Empty title={t('office:handOver.none')}>
          <p>
            <a href={back}>{t('office:handOver.back')}</a>
          </p>
        </Empty>
      ) : (
        <>
          <p className="pc-lead">{t('office:handOver.intro')}</p>
          {page.more ? <p>{page.more}</p> : null}
          {page.dossiers.every(({ options }) => options.length === 0) ? (
            <Notice kind="warning" title={t('office:handOver.nobodyElse')}>
              <LinkButton to={href(pages.office.openMediator)} look="secondary">
                {t('mediation:assign.open')}
              </LinkButton>
            </Notice>
          ) : (
            <Form
              submit={t('office:handOver.button')}
              beside={<a href={back}>{t('directory:cancel')}</a>}
              labels={{ to: t('office:handOver.choose') }}
            >
              {page.dossiers.map(({ id, number, known, why, options, suggested }) => (
                <Select
                  key={id}
                  name={`to.${id}`}
                  label={t('office:handOver.dossier', { number })}
                  hint={<UserText inline>{why ? `${known}. ${why}` : known}</UserText>}
                  optional
                  size="xl"
                  prompt={t('office:handOver.stays')}
                  options={options}
                  defaultValue={suggested}
                />
              ))}
            </Form>
          )}
        </>
      )}
    </Page>
  );
}
