import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { extensionForm, nudgeForm, removalForm } from '#contracts/schemas/office.ts';
import { isRunning } from '#domain/dossier/state/statuses.ts';
import { enter } from '../../guards.ts';
import { ClosingCard } from '../../dossier/summary/ClosingCard.tsx';
import { OfficialDocuments } from '../../dossier/documents/DocumentCard.tsx';
import { attempt } from '../../forms/attempt.ts';
import { checkForm, readFields } from '../../forms/read-form.ts';
import { Page } from '../../layout/Page.tsx';
import { titleMeta } from '../../layout/meta.ts';
import { ReadingBanner } from '../../dossier/shell/ReadingBanner.tsx';
import { presentOfficeDossier } from './present.server.ts';
import { OfficeTabs } from '../OfficeTabs.tsx';
import { StaleRefusal } from '../../forms/StaleRefusal.tsx';
import { CallersStory } from './CallersStory.tsx';
import { OfficeActs } from './OfficeActs.tsx';
import { WatchedDossier } from './WatchedDossier.tsx';
import { useT } from '../../texts.tsx';
import { ButtonGroup, LinkButton } from '../../ui/Button.tsx';
import { DescriptionList } from '../../ui/data/Lists.tsx';
import { Table } from '../../ui/data/Table.tsx';
import { HelpLinks } from '../../layout/HelpLinks.tsx';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { user: officer, params } = enter(pages.office.dossier, args);
  const { office } = context.services;
  const whole = new URL(args.request.url).searchParams.has('tout');
  const dossier = await office.dossier(officer, { dossierId: params.dossierId, whole });
  return {
    ...presentOfficeDossier(context.reader, dossier),
    title: context.t('office:dossier.title', { number: dossier.number }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: officer, params } = enter(pages.office.dossier, args);
  const { office } = context.services;
  const id = params.dossierId;
  const sent = await readFields(request);
  if (sent.get('form_name') === 'extend') {
    const form = checkForm(sent, extensionForm);
    if (!form.ok) return form.reply;
    return attempt(form.values, async () => {
      await office.extend(officer.id, { dossierId: id, day: form.value.until, key: form.key });
      context.announce('office:dossier.extend.done');
      return redirect(href(pages.office.dossier, { dossierId: id }), 303);
    });
  }
  if (sent.get('form_name') === 'revoke') {
    const form = checkForm(sent, removalForm);
    if (!form.ok) return form.reply;
    return attempt(form.values, async () => {
      await office.revokeRepresentative(officer.id, { dossierId: id, key: form.key });
      context.announce('office:dossier.revoke.done');
      return redirect(href(pages.office.dossier, { dossierId: id }), 303);
    });
  }
  const form = checkForm(sent, nudgeForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    await office.nudge(officer.id, { dossierId: id, side: form.value.side, key: form.key });
    context.announce('office:dossier.nudge.done');
    return redirect(href(pages.office.dossier, { dossierId: id }), 303);
  });
}

export default function Dossier() {
  const t = useT();
  const row = useLoaderData<typeof loader>();
  const draft = row.status === 'draft' || row.status === 'expired';
  const running = isRunning(row.status);
  const acts = [...(draft ? ['extend'] : []), ...(running ? ['nudge'] : []), ...(row.represented ? ['revoke'] : [])];
  return (
    <Page
      title={row.title}
      width="full"
      crumbs={[{ label: t('office:dossiers.title'), to: href(pages.office.dossiers) }, { label: row.number }]}
    >
      <OfficeTabs current="dossiers" />
      <StaleRefusal shown={acts} />
      <p>{t('office:dossiers.note')}</p>
      <HelpLinks to={['whoSeesWhat']} />
      <DescriptionList
        items={[
          { label: t('office:dossiers.status'), value: row.statusLabel },
          { label: t('office:dossiers.turn'), value: row.turn ? t(`office:dossiers.who.${row.turn}`) : '' },
          { label: t('office:dossiers.merchant'), value: row.merchantName },
          ...row.facts,
          ...(row.mediator ? [{ label: t('mediation:assign.current'), value: row.mediator }] : []),
        ]}
      />
      {row.content.until ? <ReadingBanner dossierId={row.id} until={row.content.until} leads /> : null}
      <p>
        <a href={href(pages.office.followUp, { dossierId: row.id })}>{t('office:dossier.followUp')}</a>
      </p>
      {row.content.mayOpen ? (
        <p>
          <a href={href(pages.office.reading, { dossierId: row.id })}>{t('reading:link')}</a>
        </p>
      ) : null}
      {row.assign ? (
        <ButtonGroup>
          <LinkButton to={href(pages.office.assignMediator, { dossierId: row.id })} look={row.assign.main}>
            {row.assign.label}
          </LinkButton>
        </ButtonGroup>
      ) : null}
      {row.watched ? <WatchedDossier watched={row.watched} /> : null}
      <OfficeActs draft={draft} running={running} represented={row.represented} />
      <CallersStory id={row.id} followUp={row.followUp} codes={row.codes} />
      {row.closing ? <ClosingCard closing={row.closing} id={row.id} /> : null}
      <OfficialDocuments documents={row.documents} />
      <h2>{t('office:dossier.history')}</h2>
      {row.historyCut ? (
        <p>
          {row.historyCut}{' '}
          <a href={withQuery(href(pages.office.dossier, { dossierId: row.id }), { tout: 'oui' })}>
            {t('office:dossier.whole')}
          </a>
        </p>
      ) : null}
      <Table
        caption={t('office:dossier.history')}
        rows={row.history}
        rowKey={(_entry, position) => String(position)}
        dense
        columns={[
          {
            label: t('office:dossier.when'),
            nowrap: true,
            cell: (entry) => <time dateTime={entry.at}>{entry.atText}</time>,
          },
          { label: t('office:dossier.fact'), cell: (entry) => entry.what },
          { label: t('office:dossier.by'), cell: (entry) => entry.who },
        ]}
      />
    </Page>
  );
}
