import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { policyFields, policyForm } from '#contracts/schemas/policy.ts';
import { termNames, termOf } from '#domain/policy/terms.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { DateField } from '../../ui/form/TypedFields.tsx';
import { placeRefusal } from '../../forms/place-refusal.ts';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  enter(pages.office.nextPolicy, args);
  const { inForce, next, seen } = await context.services.policy.facts();
  return {
    title: context.t('policy:edit.title'),
    seen,
    values: { ...policyFields(next?.policy ?? inForce), day: next?.fromDay ?? '' },
    ladders: termNames.filter((name) => termOf(name).ladder),
  };
}

/** What is typed is checked here, and goes on to the page that compares: nothing is saved before it is confirmed there. */
export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  enter(pages.office.nextPolicy, args);
  const form = await readForm(request, policyForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, () =>
    placeRefusal(form.values, { day: ['policy.day_past', 'policy.day_far'] }, async () => {
      await context.services.policy.compare(form.value);
      const { policy, day, seen } = form.value;
      return redirect(
        withQuery(href(pages.office.confirmPolicy), { ...policyFields(policy), day, seen: String(seen) }),
        303,
      );
    }),
  );
}

/** The next version of the durations of new dossiers (T-08, A-06, B-02). */
export default function NextPolicy() {
  const t = useT();
  const { title, seen, values, ladders } = useLoaderData<typeof loader>();
  const back = href(pages.office.policy);
  return (
    <Page title={title} crumbs={[{ label: t('policy:title'), to: back }, { label: title }]}>
      <p>{t('policy:edit.note')}</p>
      <Form
        texts="policy:fields"
        values={values}
        submit={t('policy:edit.submit')}
        beside={<a href={back}>{t('policy:edit.back')}</a>}
      >
        <input type="hidden" name="seen" value={seen} />
        <DateField name="day" hint={t('policy:fields.day.hint')} />
        {termNames.map((name) => (
          <TextField
            key={name}
            name={name}
            size={ladders.includes(name) ? 'md' : 'xs'}
            {...(ladders.includes(name) ? {} : { inputMode: 'numeric' as const })}
            autoComplete="off"
          />
        ))}
      </Form>
    </Page>
  );
}
