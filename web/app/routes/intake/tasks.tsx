import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { steps } from '#domain/problem/missing.ts';
import { requireKind } from '../../guards.ts';
import { DraftBanner } from '../../intake/DraftBanner.tsx';
import { Page } from '../../layout/Page.tsx';
import { titleMeta } from '../../layout/meta.ts';
import { useT } from '../../texts.tsx';
import { ButtonGroup, LinkButton } from '../../ui/Button.tsx';
import { TaskList, type Task } from '../../ui/TaskList.tsx';

export const meta = titleMeta;

export async function loader({ context, params }: LoaderFunctionArgs) {
  const user = requireKind(context, 'consumer');
  const dossierId = params['dossierId'] ?? '';
  try {
    const draft = await context.services.intake.draft(user, dossierId);
    const view = context.services.intake.present(draft, context.language, context.t);
    return { title: view.title || context.t('intake:tasks.title'), view };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'dossier.not_draft')
      throw redirect(`/dossiers/${dossierId}`, 303);
    throw error;
  }
}

const firstScreens = {
  parties: 'vous',
  problem: 'bien',
  proposal: 'solutions',
  documents: 'documents',
  review: 'revision',
} as const;

export default function Tasks() {
  const t = useT();
  const { title, view } = useLoaderData<typeof loader>();
  const root = `/dossiers/${view.id}/creation`;
  const marks = { todo: 'todo', started: 'started', done: 'done', optional: 'started', blocked: 'locked' } as const;
  const tasks: Task[] = steps.map((step) => {
    const state = view.steps[step];
    const open = step === 'documents' ? view.mayAddDocuments : view.writable && state !== 'blocked';
    return {
      label: t(`checks:steps.${step}`),
      ...(open ? { to: `${root}/${firstScreens[step]}` } : {}),
      state: t(`checks:stepStates.${state}`),
      mark: marks[state],
    };
  });
  const next = view.left[0]?.screen ?? 'revision';
  const started = view.savedAt !== null;
  return (
    <Page
      title={title}
      subhead={t('intake:tasks.against', { number: view.number, merchant: view.merchant.name })}
      crumbs={[{ label: t('intake:list'), to: '/dossiers' }, { label: view.number }]}
    >
      <DraftBanner
        expired={view.expired}
        representedBy={view.representedBy}
        actsForConsumer={view.actsForConsumer}
        consumerName={view.consumer.name}
      />
      {view.expired ? null : <p>{t('intake:tasks.until', { date: view.expiresAt })}</p>}
      <p>
        {view.left.length > 0 ? t('intake:tasks.left', { count: view.left.length }) : t('intake:tasks.ready')}{' '}
        {view.savedAt ? t('intake:tasks.saved', { time: view.savedAt }) : t('intake:tasks.resume')}
      </p>
      <TaskList tasks={tasks} label={t('intake:tasks.label')} />
      {view.writable ? (
        <ButtonGroup>
          <LinkButton to={`${root}/${next}`}>
            {next === 'revision'
              ? t('intake:tasks.review')
              : started
                ? t('intake:tasks.continue')
                : t('intake:tasks.start')}
          </LinkButton>
        </ButtonGroup>
      ) : view.expired ? null : (
        <p>
          <a href={`${root}/revision`}>{t('intake:tasks.read')}</a>
        </p>
      )}
      <p>
        <a href={`/dossiers/${view.id}/representation`}>
          {view.representative
            ? t('intake:tasks.representationSet', { name: view.representative.name })
            : t('intake:tasks.representation')}
        </a>
      </p>
    </Page>
  );
}
