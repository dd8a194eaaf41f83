import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type SerializeFrom } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { href, pages } from '#contracts/pages/index.ts';
import { removalForm } from '#contracts/schemas/office.ts';
import { formatDateTime } from '#content/texts/format.ts';
import { isOneOf, keysOf } from '#domain/known-values.ts';
import { attempt } from '../../forms/attempt.ts';
import { checkForm, readFields } from '../../forms/read-form.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useLanguage, useT } from '../../texts.tsx';
import { Button } from '../../ui/Button.tsx';
import { DescriptionList } from '../../ui/data/Lists.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { Checkbox } from '../../ui/form/Choice.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { AccountStatus } from '../AccountStatus.tsx';
import { DossierNumbers } from '../DossierNumbers.tsx';
import { ResendLink } from '../ResendLink.tsx';
import { StaleRefusal } from '../../forms/StaleRefusal.tsx';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { user, params } = enter(pages.office.account, args);
  const found = await context.services.directory.account(params.userId);
  const account = { ...found, phone: context.reader.phone(found.phone) };
  const title = account.name || account.email;
  return { title, of: context.t('factors:office.title'), account, own: account.id === user.id, now: context.now };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: officer, params } = enter(pages.office.account, args);
  const { directory } = context.services;
  const { id } = await directory.account(params.userId);
  const sent = await readFields(request);
  const name = sent.get('form_name');
  const form = checkForm(sent, isOneOf(confirmed, name) ? removalForm : z.object({}));
  if (!form.ok) return form.reply;
  const act = { actorId: officer.id, userId: id, key: form.key };
  return attempt(form.values, async () => {
    if (name === 'factors') await directory.resetFactorsOf(act);
    else if (name === 'sessions') await directory.endSessionsOf(act);
    else if (name === 'waive') await directory.waiveFormerAddressOf(act);
    else if (name === 'close') await directory.closeAccountOf(act);
    else if (name === 'reopen') await directory.reopenAccountOf(act);
    else await directory.resendActivation(act);
    context.announce(isOneOf(keysOf(said), name) ? said[name] : 'directory:resend.done');
    return redirect(href(pages.office.account, { userId: id }), 303);
  });
}

/** Acts that take effect once the officer says that they looked. */
const confirmed = ['factors', 'waive', 'close'] as const;

/** What is said after each. */
const said = {
  factors: 'factors:office.factorsDone',
  sessions: 'factors:office.sessionsDone',
  waive: 'factors:office.waiveDone',
  close: 'factors:office.closeDone',
  reopen: 'factors:office.reopenDone',
} as const;

/** What may be done for this account now, in the order of the page; an officer does nothing of it to themselves. */
function actsOn(account: SerializeFrom<typeof loader>['account'], own: boolean): string[] {
  if (own) return [];
  const { state, kind, authenticator, passkeys, running } = account;
  const closedHere = kind === 'officer' || kind === 'consumer';
  if (state === 'removed') return closedHere ? ['reopen'] : [];
  return [
    ...(state === 'invited' && kind !== 'consumer' ? ['resend'] : []),
    'sessions',
    ...(authenticator || passkeys > 0 ? ['factors'] : []),
    ...(state === 'active' ? ['waive'] : []),
    ...(closedHere && running.length === 0 ? ['close'] : []),
  ];
}

/**
 * What the Office does for a person who calls: ends their sessions (ASVS 7.4.5), resets the factors that they lost (ASVS 6.4.4), lets them change an address
 * that they lost (ADR 53), closes the account of an officer who leaves or of a consumer who asks for it.
 */
export default function Account() {
  const { account, own, now } = useLoaderData<typeof loader>();
  const t = useT();
  const language = useLanguage();
  const { authenticator, passkeys, recoveryCodes, kind, waivedUntil, running } = account;
  const name = <UserText inline>{account.name || account.email}</UserText>;
  const shown = actsOn(account, own);
  return (
    <Page
      title={name}
      crumbs={[{ label: t('factors:office.title'), to: href(pages.office.accounts) }, { label: name }]}
    >
      <StaleRefusal shown={shown} />
      <DescriptionList
        items={[
          { label: t('directory:email'), value: <UserText inline>{account.email}</UserText> },
          { label: t('office:followUp.phone'), value: account.phone || t('office:followUp.noPhone') },
          { label: t('factors:office.kind'), value: t(`factors:office.kinds.${kind}`) },
          { label: t('directory:status'), value: <AccountStatus {...account} now={now} /> },
          {
            label: t('factors:title'),
            value:
              authenticator || passkeys > 0
                ? [
                    ...(authenticator ? [t('factors:authenticator.title')] : []),
                    ...(passkeys > 0 ? [t('factors:office.passkeys', { count: passkeys })] : []),
                    t('factors:office.codes', { count: recoveryCodes }),
                  ].join(', ')
                : t('factors:office.noFactor'),
          },
        ]}
      />
      {own ? <p>{t('factors:office.own')}</p> : null}
      {waivedUntil ? <p>{t('factors:office.waived', { until: formatDateTime(language, waivedUntil) })}</p> : null}
      {shown.includes('resend') ? <ResendLink /> : null}
      {shown.includes('sessions') ? (
        <>
          <h2>{t('factors:office.sessions')}</h2>
          <Form name="sessions">
            <p>{t('factors:office.sessionsNote')}</p>
            <Button look="secondary">{t('factors:office.endSessions')}</Button>
          </Form>
        </>
      ) : null}
      {shown.includes('factors') ? (
        <Confirmed
          name="factors"
          title="reset"
          points={['resetFirst', 'resetThen', 'resetTold']}
          submit="resetSubmit"
        />
      ) : null}
      {shown.includes('waive') ? (
        <Confirmed name="waive" title="waive" points={['waiveFirst', 'waiveThen', 'waiveTold']} submit="waiveSubmit" />
      ) : null}
      {shown.includes('close') ? (
        <Confirmed
          name="close"
          title="close"
          points={[kind === 'officer' ? 'closeOfficer' : 'closeConsumer', 'closeNow', 'closeTold']}
          submit="closeSubmit"
        />
      ) : null}
      {!own && running.length > 0 ? <Running dossiers={running} /> : null}
      {shown.includes('reopen') ? (
        <Form name="reopen" submit={t('factors:office.reopenSubmit')}>
          <p>{t('factors:office.isClosed')}</p>
        </Form>
      ) : null}
    </Page>
  );
}

type ConfirmedProps = {
  name: (typeof confirmed)[number];
  title: 'reset' | 'waive' | 'close';
  points: OfficeText[];
  submit: 'resetSubmit' | 'waiveSubmit' | 'closeSubmit';
};
type OfficeText =
  | 'resetFirst'
  | 'resetThen'
  | 'resetTold'
  | 'waiveFirst'
  | 'waiveThen'
  | 'waiveTold'
  | 'closeOfficer'
  | 'closeConsumer'
  | 'closeNow'
  | 'closeTold';

/** An act with what it does, and the officer's word that they made sure of the person. */
function Confirmed({ name, title, points, submit }: ConfirmedProps) {
  const t = useT();
  const label = t(`factors:office.${name === 'close' ? 'confirmClose' : 'confirm'}`);
  return (
    <>
      <h2>{t(`factors:office.${title}`)}</h2>
      <Form name={name} labels={{ confirmed: label }}>
        <ul>
          {points.map((point) => (
            <li key={point}>{t(`factors:office.${point}`)}</li>
          ))}
        </ul>
        <Checkbox name="confirmed" label={label} />
        <Button look="danger">{t(`factors:office.${submit}`)}</Button>
      </Form>
    </>
  );
}

/** Why a consumer's account stays open, and the dossiers that keep it. */
function Running({ dossiers }: { dossiers: { id: string; number: string }[] }) {
  const t = useT();
  return (
    <>
      <h2>{t('factors:office.close')}</h2>
      <p>{t('factors:office.closeRunning')}</p>
      <DossierNumbers dossiers={dossiers} />
    </>
  );
}
