import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import {
  consumerProfileForm,
  mediatorProfileForm,
  professionalProfileForm,
  settledProfileForm,
} from '#contracts/schemas/account.ts';
import { enter, type User } from '../guards.ts';
import { attempt } from '../forms/attempt.ts';
import { readForm } from '../forms/read-form.ts';
import { titleMeta } from '../layout/meta.ts';
import { Page } from '../layout/Page.tsx';
import { useT } from '../texts.tsx';
import { Form } from '../ui/form/Form.tsx';
import { DescriptionList } from '../ui/data/Lists.tsx';
import { Notice } from '../ui/messages/Notice.tsx';
import { UserText } from '../ui/data/UserText.tsx';
import { askedPage, homeOf } from './page-after-sign-in.ts';
import { presentAcceptances } from './profile.present.server.ts';
import { fullName } from '#domain/typed/person-name.ts';
import { ConsumerFields, ProfessionalFields } from './ProfileFields.tsx';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { user } = enter(pages.accounts.profile, args);
  const { accounts } = context.services;
  const profile = await accounts.profile(user.id);
  return {
    title: context.t('account:profile.title'),
    kind: user.kind,
    complete: user.profileComplete,
    settled: isSettled(user),
    officeEmail: context.settings.officeEmail,
    memberships: user.memberships,
    profile: { ...profile, phone: context.reader.phone(profile.phone) },
    accepted: presentAcceptances(context.reader, await accounts.acceptances(user.id)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { user } = enter(pages.accounts.profile, args);
  const { accounts } = context.services;
  const next = () => (user.profileComplete ? href(pages.accounts.profile) : homeOf(user.kind, askedPage(request)));
  const done = (language: 'fr' | 'en') => {
    context.remember({ language });
    context.announce('account:profile.saved');
    return redirect(next(), 303);
  };
  if (user.kind === 'consumer') {
    const form = await readForm(request, consumerProfileForm);
    if (!form.ok) return form.reply;
    return attempt(form.values, async () => {
      await accounts.saveConsumerProfile(user.id, form.value);
      return done(form.value.language);
    });
  }
  if (isSettled(user)) {
    const form = await readForm(request, settledProfileForm);
    if (!form.ok) return form.reply;
    return attempt(form.values, async () => {
      await accounts.saveSettledProfile(user.id, form.value);
      return done(form.value.language);
    });
  }
  const form = await readForm(request, user.kind === 'mediator' ? mediatorProfileForm : professionalProfileForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    await accounts.saveProfessionalProfile(user.id, form.value);
    return done(form.value.language);
  });
}

/** Whose name agreements and attestations print for someone else: given on the first visit, corrected by the Office. */
function isSettled({ kind, profileComplete }: User): boolean {
  return profileComplete && (kind === 'merchant' || kind === 'mediator');
}

/** F-012, F-017, F-021: who this person is, for the other side and for documents. */
export default function Profile() {
  const { title, kind, complete, settled, officeEmail, profile, memberships, accepted } =
    useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Page title={title}>
      {complete ? null : <Notice title={t('account:profile.first')} />}
      <p className="pc-lead">{t(`account:profile.${kind}Lead`)}</p>
      <DescriptionList
        items={[
          {
            label: t('account:profile.name'),
            value: settled ? <UserText inline>{fullName(profile)}</UserText> : '',
          },
          {
            label: t('account:profile.accreditation'),
            value: settled && profile.accreditation ? <UserText inline>{profile.accreditation}</UserText> : '',
          },
          { label: t('account:profile.emailNote'), value: <UserText inline>{profile.email}</UserText> },
          {
            label: t('account:profile.companies'),
            value: memberships
              .map((one) => `${one.merchantName} (${t(`account:profile.role.${one.role}`)})`)
              .join(', '),
          },
        ]}
      />
      {settled ? <p>{t(`account:profile.${kind}Settled`, { email: officeEmail })}</p> : null}
      {kind === 'consumer' ? <p>{t('account:profile.consumerChange')}</p> : null}
      <p>
        <a href={href(pages.accounts.email)}>{t('factors:email.link')}</a>
      </p>
      <Form texts="account:fields" values={profile} submit={t('account:profile.submit')}>
        {kind === 'consumer' ? (
          <ConsumerFields />
        ) : (
          <ProfessionalFields mediator={kind === 'mediator'} settled={settled} />
        )}
      </Form>
      {accepted.length > 0 ? (
        <>
          <h2>{t('account:profile.accepted')}</h2>
          <ul>
            {accepted.map(({ kind: text, version, date }) => (
              <li key={`${text}${version}`}>{t(`account:profile.${text}`, { date })}</li>
            ))}
          </ul>
        </>
      ) : null}
      <p>
        <a href={href(pages.accounts.security)}>{t('account:profile.security')}</a>
      </p>
    </Page>
  );
}
