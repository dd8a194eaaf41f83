import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { steps } from '#domain/problem/missing-fields.ts';
import { enter } from '../guards.ts';
import { screenAddress } from './screens/screen-address.ts';
import { presentDraft } from './draft.present.server.ts';
import { DraftBanner } from './DraftBanner.tsx';
import { RepresentationLink } from './RepresentationLink.tsx';
import { Page } from '../layout/Page.tsx';
import { titleMeta } from '../layout/meta.ts';
import { useT } from '../texts.tsx';
import { ButtonGroup, LinkButton } from '../ui/Button.tsx';
import { TaskList, type Task } from '../ui/data/TaskList.tsx';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { user, params } = enter(pages.filing.tasks, args);
  const dossierId = params.dossierId;
  try {
    const { filing } = context.services;
    const view = presentDraft(context.reader, filing.facts(await filing.load(user, dossierId)));
    return { title: view.title || context.t('filing:tasks.title'), number: view.number, view };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'dossier.not_draft')
      throw redirect(href(pages.dossier.summary, { dossierId }), 303);
    throw error;
  }
}

/** The steps of a filing (F-003, F-057), with the last day to submit it (F-056, T-01). */
const firstScreens = {
  parties: 'you',
  problem: 'good',
  proposal: 'remedies',
  documents: 'documents',
  review: 'review',
} as const;

export default function Tasks() {
  const t = useT();
  const { title, view } = useLoaderData<typeof loader>();
  const marks = { todo: 'todo', started: 'started', done: 'done', optional: 'started', blocked: 'locked' } as const;
  const tasks: Task[] = steps.map((step) => {
    const state = view.steps[step];
    const open = step === 'documents' ? view.canAddDocuments : view.writable && state !== 'blocked';
    return {
      label: t(`checks:steps.${step}`),
      ...(open ? { to: screenAddress(view.id, firstScreens[step]) } : {}),
      state: t(`checks:stepStates.${state}`),
      mark: marks[state],
    };
  });
  const next = view.remaining[0]?.screen ?? 'review';
  const started = view.savedAt !== null;
  const representative = view.representative?.status ?? null;
  return (
    <Page
      title={title}
      subhead={t('filing:tasks.against', { number: view.number, merchant: view.merchant.name })}
      crumbs={[{ label: t('filing:list'), to: href(pages.dossier.list) }, { label: view.number }]}
    >
      <DraftBanner
        expired={view.expired}
        representedBy={view.representedBy}
        actsForConsumer={view.actsForConsumer}
        consumerName={view.consumer.name}
      />
      {view.expired ? null : (
        <p>
          {t(`filing:tasks.${representative === 'active' ? 'untilRepresented' : 'until'}`, { date: view.expiresAt })}
        </p>
      )}
      {view.writable ? (
        <p>
          {view.remaining.length > 0
            ? t('filing:tasks.left', { count: view.remaining.length })
            : t('filing:tasks.ready')}{' '}
          {view.savedAt ? t('filing:tasks.saved', { time: view.savedAt }) : t('filing:tasks.resume')}
        </p>
      ) : view.savedAt ? (
        <p>{t('filing:tasks.saved', { time: view.savedAt })}</p>
      ) : null}
      <TaskList tasks={tasks} label={t('filing:tasks.label')} />
      {view.writable ? (
        <ButtonGroup>
          <LinkButton to={screenAddress(view.id, next)}>
            {next === 'review'
              ? t('filing:tasks.review')
              : started
                ? t('filing:tasks.continue')
                : t('filing:tasks.start')}
          </LinkButton>
        </ButtonGroup>
      ) : view.expired ? null : (
        <p>
          <a href={href(pages.filing.review, { dossierId: view.id })}>{t('filing:tasks.read')}</a>
        </p>
      )}
      <RepresentationLink view={view} />
    </Page>
  );
}
