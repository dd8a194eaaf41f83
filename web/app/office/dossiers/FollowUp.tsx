import { useT } from '../../texts.tsx';
import { Button, ButtonGroup } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Table } from '../../ui/data/Table.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { RadioGroup } from '../../ui/form/Choice.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { RowField } from '../../ui/form/RowField.tsx';
import { Select } from '../../ui/form/Select.tsx';
import { TextArea } from '../../ui/form/TextArea.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { DateField } from '../../ui/form/TypedFields.tsx';
import { Card } from '../../ui/layout/Card.tsx';
import type { presentFollowUp } from './present-follow-up.server.ts';

type Shown = ReturnType<typeof presentFollowUp>;

/** Whom to call or write to, side by side: the party, and who acts for it. */
export function People({ people }: Pick<Shown, 'people'>) {
  const t = useT();
  if (people.length === 0) return null;
  return (
    <section>
      <h2>{t('office:followUp.reach')}</h2>
      <Table
        caption={t('office:followUp.reach')}
        rows={people}
        rowKey={({ as }) => as}
        dense
        columns={[
          { label: t('office:followUp.who'), cell: ({ what }) => what },
          { label: t('office:followUp.name'), cell: ({ name }) => <UserText inline>{name}</UserText> },
          {
            label: t('office:followUp.phone'),
            nowrap: true,
            cell: ({ phone, call }) => (call ? <a href={call}>{phone}</a> : t('office:followUp.noPhone')),
          },
          { label: t('directory:email'), cell: ({ email }) => <UserText inline>{email}</UserText> },
        ]}
      />
    </section>
  );
}

/** What the mediator told or asked and nobody has answered: each is answered by itself. */
export function Reports({ reports }: Pick<Shown, 'reports'>) {
  const t = useT();
  if (reports.length === 0) return null;
  return (
    <section>
      <h2>{t('office:followUp.reports')}</h2>
      {reports.map((report) => (
        <Card key={report.told} title={report.what} meta={report.at}>
          {report.target ? <p>{report.target}</p> : null}
          {report.hint ? <p>{report.hint}</p> : null}
          <Form name="answer">
            <RowField name="report" value={report.told} />
            <ButtonGroup>
              {report.answers.map(({ answer, words }) => (
                <Button key={answer} look="secondary" compact name="answer" value={answer}>
                  {words}
                </Button>
              ))}
            </ButtonGroup>
          </Form>
        </Card>
      ))}
    </section>
  );
}

/** What the platform and the Office sent, newest first. */
export function Reminders({ reminders }: Pick<Shown, 'reminders'>) {
  const t = useT();
  return (
    <section>
      <h2>{t('office:followUp.reminders')}</h2>
      {reminders.length === 0 ? (
        <p>{t('office:desk.noneSent')}</p>
      ) : (
        <ul>
          {reminders.map(({ at, atText, what }) => (
            <li key={`${at} ${what}`}>
              <time dateTime={at}>{atText}</time> · {what}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A letter for each side that is awaited, in both languages. */
export function Letters({ letters }: Pick<Shown, 'letters'>) {
  const t = useT();
  if (letters.length === 0) return null;
  return (
    <section>
      <h2>{t('office:followUp.letters')}</h2>
      <p>{t('office:followUp.lettersNote')}</p>
      <ul>
        {letters.map(({ to, words }) => (
          <li key={to}>
            <a href={to} download>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What comes next and when: it comes back on the desk on that day. */
export function NextStep({ step, today }: Pick<Shown, 'step' | 'today'>) {
  const t = useT();
  return (
    <section>
      <h2>{t('office:followUp.step')}</h2>
      {step ? (
        <Form name="done">
          <p>
            <UserText inline>{step.body}</UserText>{' '}
            {step.late ? <Chip filled>{t('office:followUp.isDue')}</Chip> : null}
          </p>
          <p>{step.due}</p>
          <RowField name="seen" value={step.version} />
          <Button look="secondary">{t('office:followUp.finish')}</Button>
        </Form>
      ) : null}
      <Form
        name="step"
        texts="office:followUp.fields"
        submit={t(step ? 'office:followUp.replan' : 'office:followUp.plan')}
      >
        <RowField name="seen" value={step?.version ?? 0} />
        <TextField name="what" size="xl" autoComplete="off" />
        <DateField name="dueDay" min={today} />
      </Form>
    </section>
  );
}

/** A call, a letter, a note. */
export function ContactForm() {
  const t = useT();
  const kinds = ['reached', 'missed', 'letter', 'note'] as const;
  const sides = ['consumer', 'merchant', 'mediator'] as const;
  return (
    <section>
      <h2>{t('office:followUp.contact')}</h2>
      <Form name="contact" texts="office:followUp.fields">
        <RadioGroup
          name="kind"
          options={kinds.map((kind) => ({ value: kind, label: t(`office:followUp.kinds.${kind}`) }))}
        />
        <Select
          name="side"
          optional
          options={sides.map((side) => ({ value: side, label: t(`office:followUp.sides.${side}`) }))}
        />
        <TextArea name="body" optional rows={4} />
        <Button look="secondary">{t('office:followUp.noteIt')}</Button>
      </Form>
    </section>
  );
}

/** What officers noted, newest first. */
export function ContactLog({ contacts, cut }: Pick<Shown, 'contacts' | 'cut'>) {
  const t = useT();
  return (
    <section>
      <h2>{t('office:followUp.log')}</h2>
      {cut ? (
        <p>
          {cut.note} <a href={cut.rest}>{t('office:followUp.wholeLog')}</a>
        </p>
      ) : null}
      {contacts.length === 0 ? (
        <p>{t('office:followUp.logEmpty')}</p>
      ) : (
        <Table
          caption={t('office:followUp.log')}
          rows={contacts}
          rowKey={({ id }) => id}
          columns={[
            {
              label: t('office:dossier.when'),
              nowrap: true,
              cell: ({ at, atText }) => <time dateTime={at}>{atText}</time>,
            },
            {
              label: t('office:dossier.fact'),
              cell: ({ what, body }) => (
                <>
                  {what}
                  {body ? <UserText>{body}</UserText> : null}
                </>
              ),
            },
            { label: t('office:dossier.by'), cell: ({ author }) => <UserText inline>{author}</UserText> },
          ]}
        />
      )}
    </section>
  );
}
