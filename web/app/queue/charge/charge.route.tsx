import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { giveSeveralForm, takeSeveralForm } from '#contracts/schemas/queue.ts';
import { attempt } from '../../forms/attempt.ts';
import { checkForm, readFields } from '../../forms/read-form.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { Select } from '../../ui/form/Select.tsx';
import { Empty } from '../../ui/messages/Empty.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import { MerchantAdvice } from '../../dossier/MerchantAdvice.tsx';
import { presentCharge, presentCharged, type ChargeAct } from './present.server.ts';

export const meta = titleMeta;

const actOf = (request: Request): ChargeAct =>
  new URL(request.url).searchParams.get('acte') === 'confier' ? 'give' : 'take';

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user } = enter(pages.queue.charge, args);
  const act = actOf(request);
  const form = await context.services.queue.chargeForm(user, new URL(request.url).searchParams.getAll('d'));
  return {
    title: context.t(act === 'take' ? 'queue:charge.title' : 'queue:charge.titleGive'),
    page: presentCharge(context.reader, form, act),
  };
}

/** Answers with a line for each dossier instead of leading on: sent again, the same form says the same (F-081, F-084, F-087). */
export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user } = enter(pages.queue.charge, args);
  const { queue } = context.services;
  const act = actOf(request);
  const sent = await readFields(request);
  if (act === 'take') {
    const form = checkForm(sent, takeSeveralForm);
    if (!form.ok) return form.reply;
    return attempt(form.values, async () => answer(await queue.takeAll(user, { ...form.value, key: form.key })));
  }
  const form = checkForm(sent, giveSeveralForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => answer(await queue.giveAll(user, { ...form.value, key: form.key })));

  function answer(results: Awaited<ReturnType<typeof queue.takeAll>>) {
    const refused = results.some((each) => each.refused !== null);
    return data({ results: presentCharged(context.reader, results, act) }, { status: refused ? 409 : 200 });
  }
}

/** Several dossiers taken in charge, or given to a colleague: who has charge of each is named first (F-081, F-084, F-087, A-21). */
export default function Charge() {
  const t = useT();
  const { title, page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const results = answer && 'results' in answer ? answer.results : [];
  const list = href(pages.queue.list);
  const done = results.length > 0 && results.every((each) => each.done);
  return (
    <Page title={title} crumbs={[{ label: t('queue:title'), to: list }, { label: title }]}>
      {results.length > 0 ? <Results results={results} done={done} /> : null}
      {done ? (
        <p>
          <a href={list}>{t('queue:charge.back')}</a>
        </p>
      ) : (
        <Dossiers page={page} />
      )}
    </Page>
  );
}

type Result = ReturnType<typeof presentCharged>[number];

function Results({ results, done }: { results: Result[]; done: boolean }) {
  const t = useT();
  return (
    <Notice kind={done ? 'success' : 'warning'} title={t('queue:charge.results')} live>
      <ul>
        {results.map(({ id, to, number, what }) => (
          <li key={id}>
            {number ? <a href={to}>{number}</a> : null} <UserText inline>{what}</UserText>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Dossiers({ page }: { page: ReturnType<typeof presentCharge> }) {
  const t = useT();
  const { act, dossiers, count, options, more, submit, first } = page;
  const back = <a href={href(pages.queue.list)}>{t('queue:charge.back')}</a>;
  const nobody = act === 'give' && count > 0 && options.length === 0;
  return (
    <>
      {more ? <Notice title={t('queue:charge.more')} /> : null}
      {dossiers.length > 0 ? (
        <>
          <h2>{t('queue:charge.list')}</h2>
          <ul>
            {dossiers.map(({ id, number, title, consumer, note }) => (
              <li key={id}>
                <a href={href(pages.dossier.summary, { dossierId: id })}>{number}</a>{' '}
                <UserText inline>{`${title} (${consumer})`}</UserText>
                <br />
                <UserText inline>{note}</UserText>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {count === 0 || nobody ? (
        <Empty title={t(nobody ? 'queue:charge.nobodyElse' : 'queue:charge.none')}>
          <p>{t(nobody ? 'queue:charge.nobodyElseNote' : 'queue:charge.noneNote')}</p>
          <p>{back}</p>
        </Empty>
      ) : (
        <>
          <p>{t(act === 'take' ? 'queue:charge.intro' : 'queue:charge.introGive')}</p>
          {first ? <p>{t('queue:charge.noRefusal')}</p> : null}
          {act === 'take' ? <MerchantAdvice on={['introduce', 'simple', 'signIn']} /> : null}
          <Form submit={submit} beside={back} labels={{ to: t('queue:charge.to'), seen: t('queue:charge.list') }}>
            {dossiers.map(({ id, seen }) =>
              seen === null ? null : <input key={id} type="hidden" name={`seen.${id}`} value={seen} />,
            )}
            {act === 'give' ? <Select name="to" label={t('queue:charge.to')} options={options} /> : null}
          </Form>
        </>
      )}
    </>
  );
}
