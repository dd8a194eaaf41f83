import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { assignmentForm } from '#contracts/schemas/mediation.ts';
import { enter } from '../../guards.ts';
import { attempt } from '../../forms/attempt.ts';
import { readForm } from '../../forms/read-form.ts';
import { Page } from '../../layout/Page.tsx';
import { titleMeta } from '../../layout/meta.ts';
import { StaleRefusal } from '../../forms/StaleRefusal.tsx';
import { useT } from '../../texts.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { DescriptionList } from '../../ui/data/Lists.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { RadioGroup } from '../../ui/form/Choice.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { RowField } from '../../ui/form/RowField.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import { presentAssignment } from './present-assignment.server.ts';
import { HelpLinks } from '../../layout/HelpLinks.tsx';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { user: officer, params } = enter(pages.office.assignMediator, args);
  const assignment = await context.services.office.assignment(officer, params.dossierId);
  return {
    title: context.t(assignment.current ? 'mediation:assign.titleAgain' : 'mediation:assign.title'),
    ...presentAssignment(context.reader, assignment),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: officer, params } = enter(pages.office.assignMediator, args);
  const form = await readForm(request, assignmentForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const { dossierId } = params;
    await context.services.office.assign(officer, { dossierId, ...form.value, key: form.key });
    context.announce('mediation:assign.done');
    return redirect(href(pages.office.dossier, { dossierId }), 303);
  });
}

/** The Office names who leads a mediation, or someone else, with what is known of each (F-110, F-121, F-130). */
export default function Assign() {
  const t = useT();
  const { title, id, number, lines, current, why, before, candidates } = useLoaderData<typeof loader>();
  const home = href(pages.office.dossier, { dossierId: id });
  return (
    <Page
      title={title}
      crumbs={[
        { label: t('office:dossiers.title'), to: href(pages.office.dossiers) },
        { label: number, to: home },
        { label: title },
      ]}
    >
      <StaleRefusal shown={candidates.length > 0 ? [''] : []} />
      <p className="pc-lead">{t(current ? 'mediation:assign.introAgain' : 'mediation:assign.intro')}</p>
      <HelpLinks to={['mediation']} />
      <DescriptionList items={lines} />
      {candidates.length === 0 ? (
        <Notice kind="warning" title={t(before ? 'office:handOver.nobodyElse' : 'mediation:assign.none')}>
          <LinkButton to={href(pages.office.openMediator)} look="secondary">
            {t('mediation:assign.open')}
          </LinkButton>
        </Notice>
      ) : (
        <Form
          submit={t('mediation:assign.button')}
          beside={<a href={home}>{t('mediation:assign.cancel')}</a>}
          labels={{ mediatorId: t('mediation:assign.choose') }}
        >
          <RowField name="replaces" value={current} />
          <RadioGroup
            name="mediatorId"
            label={t('mediation:assign.choose')}
            hint={why ? <UserText inline>{why}</UserText> : null}
            framed
            options={candidates.map((each) => ({
              value: each.id,
              label: (
                <>
                  <UserText inline>{each.name}</UserText>{' '}
                  {each.suggested ? <Chip>{t('mediation:assign.suggested')}</Chip> : null}
                </>
              ),
              hint: each.known,
            }))}
          />
        </Form>
      )}
    </Page>
  );
}
