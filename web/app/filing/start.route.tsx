import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { codesForm } from '#contracts/schemas/filing.ts';
import { admit, enter, enterToAct } from '../guards.ts';
import { attempt } from '../forms/attempt.ts';
import { readForm } from '../forms/read-form.ts';
import { Page } from '../layout/Page.tsx';
import { titleMeta } from '../layout/meta.ts';
import { useT } from '../texts.tsx';
import { ButtonGroup, LinkButton } from '../ui/Button.tsx';
import { Form } from '../ui/form/Form.tsx';
import { Notice } from '../ui/messages/Notice.tsx';
import { TextField } from '../ui/form/TextField.tsx';
import { HelpLinks } from '../layout/HelpLinks.tsx';

export const meta = titleMeta;

/** « Créer un dossier » (F-053, F-054), once signed in with a complete profile; a person who has not spoken to the merchant is advised to (F-050). */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user } = enter(pages.filing.start, args);
  const title = context.t('filing:new.title');
  const reference = new URL(request.url).searchParams.get('ref')?.slice(0, 40) ?? '';
  if (!user) return { title, reference, signedIn: false, waiting: [], officeEmail: context.settings.officeEmail };
  const consumer = admit(pages.filing.start.acts, user);
  const waiting = await context.services.referrals.openRequests(consumer.id);
  return { title, reference, signedIn: true, waiting, officeEmail: context.settings.officeEmail };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user } = enterToAct(pages.filing.start, args);
  const form = await readForm(request, codesForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const asked = { user, typed: form.value, ip: context.ip };
    const dossierId = await context.services.referrals.recogniseCodes(asked);
    // Without scripts the code of the mail's link is still in the address: a browser takes it along to where it is led, unless that has a fragment of its own (RFC 9110, 10.2.2).
    return redirect(`${href(pages.filing.undertaking, { dossierId })}#engagement`, 303);
  });
}

/** The way in with the Office's codes (F-054), for a person who has spoken to the merchant first (F-050). */
export default function NewDossier() {
  const t = useT();
  const { reference, signedIn, waiting, officeEmail } = useLoaderData<typeof loader>();
  const back = { suite: withQuery(href(pages.filing.start), { ref: reference }) };
  return (
    <Page title={t('filing:new.title')}>
      <p>{t('filing:new.intro')}</p>
      <Notice kind="neutral">
        <p>{t('filing:new.contactFirst')}</p>
        <HelpLinks to={['participants', 'process']} />
      </Notice>
      {waiting.length > 0 ? (
        <Notice kind="information" title={t('filing:new.waiting')}>
          <ul>
            {waiting.map((each) => (
              <li key={each.dossierId}>
                <a href={href(pages.filing.undertaking, { dossierId: each.dossierId })}>
                  {t('filing:new.continue', { merchant: each.merchantName, reference: each.reference })}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {signedIn ? (
        <Form
          values={{ reference }}
          submit={t('filing:new.submit')}
          labels={{ reference: t('filing:new.reference'), accessCode: t('filing:new.code') }}
        >
          <TextField
            name="reference"
            label={t('filing:new.reference')}
            hint={t('filing:new.referenceHint')}
            size="md"
            autoComplete="off"
            spellCheck={false}
          />
          <TextField
            name="accessCode"
            label={t('filing:new.code')}
            hint={t('filing:new.codeHint')}
            data={{ 'data-carried-code': '', 'data-kept-here': '' }}
            size="md"
            autoComplete="off"
            spellCheck={false}
          />
        </Form>
      ) : (
        <>
          <p>{t('filing:new.signedOut')}</p>
          <ButtonGroup>
            <LinkButton to={withQuery(href(pages.accounts.signUp), back)}>{t('filing:new.register')}</LinkButton>
            <LinkButton to={withQuery(href(pages.accounts.signIn), back)} look="secondary">
              {t('filing:new.signIn')}
            </LinkButton>
          </ButtonGroup>
        </>
      )}
      <p>
        <a href={`mailto:${officeEmail}`}>{t('filing:new.help')}</a>
      </p>
    </Page>
  );
}
