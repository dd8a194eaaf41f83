import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { cancelAbsenceForm, memberAbsenceForm } from '#contracts/schemas/queue.ts';
import { AbsenceDays } from '../../absences/AbsenceDays.tsx';
import { attempt } from '../../forms/attempt.ts';
import { placeRefusal } from '../../forms/place-refusal.ts';
import { checkForm, readFields } from '../../forms/read-form.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { StaleRefusal } from '../../forms/StaleRefusal.tsx';
import { useT } from '../../texts.tsx';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Table } from '../../ui/data/Table.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { Select } from '../../ui/form/Select.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import { QueueTabs } from '../QueueTabs.tsx';
import { presentAbsences } from './present.server.ts';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { user } = enter(pages.queue.absences, args);
  const absences = presentAbsences(context.reader, await context.services.queue.absences(user));
  return { title: context.t('queue:absences.title'), ...absences };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user } = enter(pages.queue.absences, args);
  const { queue } = context.services;
  const back = (announced: string) => {
    context.announce(announced);
    return redirect(href(pages.queue.absences), 303);
  };
  const sent = await readFields(request);
  if (String(sent.get('form_name')).startsWith('cancel')) {
    const form = checkForm(sent, cancelAbsenceForm);
    if (!form.ok) return form.reply;
    return attempt(form.values, async () => {
      const told = await queue.cancelStandIn(user, { absenceId: form.value.absenceId, key: form.key });
      return back(`queue:absences.cancelled.${told}`);
    });
  }
  const form = checkForm(sent, memberAbsenceForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, () =>
    placeRefusal(form.values, { absent: ['absence.meets_declared'] }, async () => {
      await queue.declareAbsence(user, { form: form.value, key: form.key });
      return back('queue:absences.done');
    }),
  );
}

/** Who is away in the company, who stands in for them, and a form to say so (B-09). */
export default function Absences() {
  const t = useT();
  const { title, rows, absent, substitutes, alone } = useLoaderData<typeof loader>();
  type Row = (typeof rows)[number];
  return (
    <Page title={title} width="full">
      <QueueTabs current="absences" />
      <StaleRefusal
        shown={[...rows.filter(({ mayCancel }) => mayCancel).map(cancelOf), ...(alone ? [] : ['declare'])]}
      />
      <p className="pc-lead">{t('queue:absences.intro')}</p>
      <p>{t('queue:absences.keeps')}</p>
      {rows.length === 0 ? (
        <p>{t('queue:absences.none')}</p>
      ) : (
        <Table<Row>
          caption={t('queue:absences.caption')}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              label: t('queue:absences.who'),
              cell: ({ name, now }) => (
                <>
                  <UserText inline>{name}</UserText> {now ? <Chip>{t('queue:absences.now')}</Chip> : null}
                </>
              ),
            },
            {
              label: t('queue:absences.substitute'),
              cell: ({ substitute }) => <UserText inline>{substitute}</UserText>,
            },
            { label: t('queue:absences.days'), cell: ({ days }) => days },
            { label: t('queue:absences.acts'), cell: (row) => (row.mayCancel ? <Cancel row={row} /> : '—') },
          ]}
        />
      )}
      <h2>{t('queue:absences.declare')}</h2>
      {alone ? (
        <Notice title={t('queue:absences.alone')} />
      ) : (
        <Form name="declare" texts="queue:absences.fields" submit={t('queue:absences.submit')}>
          <p>{t('queue:absences.told')}</p>
          <Select
            name="absent"
            options={absent}
            prompt={absent.length > 1 ? undefined : false}
            defaultValue={absent.length === 1 ? absent[0]?.value : undefined}
          />
          <Select name="substitute" options={substitutes} />
          <AbsenceDays />
        </Form>
      )}
    </Page>
  );
}

const cancelOf = ({ id }: { id: string }): string => `cancel-${id}`;

function Cancel({ row: { id, name, days } }: { row: { id: string; name: string; days: string } }) {
  const t = useT();
  return (
    <Form name={cancelOf({ id })}>
      <input type="hidden" name="absenceId" value={id} />
      <Button look="tertiary" compact>
        {t('queue:absences.cancel')} <span className="qc-sr-only">{t('queue:absences.cancelOf', { name, days })}</span>
      </Button>
    </Form>
  );
}
