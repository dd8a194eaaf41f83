import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { presentSummary } from './present.server.ts';
import { ClosingCard, LeavingCard, Lines } from './ClosingCard.tsx';
import { DossierShell } from '../shell/DossierShell.tsx';
import { loadWithShell } from '../load-dossier.ts';
import type { ShellData, SummaryData } from '../types.ts';
import { useRoot } from '../../root-data.ts';
import { titleMeta } from '../../layout/meta.ts';
import { useT } from '../../texts.tsx';
import { ButtonGroup, LinkButton } from '../../ui/Button.tsx';
import { Card } from '../../ui/layout/Card.tsx';
import { Details } from '../../ui/layout/Details.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { HelpLinks } from '../../layout/HelpLinks.tsx';
import { MerchantAdvice } from '../MerchantAdvice.tsx';

export const meta = titleMeta;

/** « Résumé du dossier » (F-032, F-082, F-085, F-122, A-23); once closed, until when it is available (F-142, T-05). */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { opened, shell } = await loadWithShell(pages.dossier.summary, args);
  const summary = presentSummary(context.reader, await context.services.dossier.summary(opened));
  return { title: shell.title, of: context.t('dossier:shell.summary'), number: shell.number, shell, summary };
}

export default function Summary() {
  const t = useT();
  const { shell, summary } = useLoaderData<typeof loader>();
  return (
    <DossierShell shell={shell} current="summary">
      <Advice shell={shell} />
      {summary.closing ? <ClosingCard closing={summary.closing} id={shell.id} /> : null}
      {summary.leaving ? <LeavingCard leaving={summary.leaving} /> : null}
      {summary.office ? (
        <Card title={t('dossier:office.title')}>
          <Lines lines={summary.office} />
        </Card>
      ) : null}
      {summary.parties.map((party) => (
        <Card key={party.title} title={party.title}>
          <Lines lines={party.lines} />
          {party.note ? <p>{party.note}</p> : null}
        </Card>
      ))}
      {summary.representative ? (
        <Card title={t('dossier:summary.representative')}>
          <p>
            <UserText inline>{summary.representative.note}</UserText>
          </p>
          <ButtonGroup>
            <LinkButton to={href(pages.representation.manage, { dossierId: shell.id })} look="secondary">
              {summary.representative.act}
            </LinkButton>
          </ButtonGroup>
        </Card>
      ) : null}
      {summary.problem ? <Problem problem={summary.problem} /> : null}
      <History summary={summary} />
    </DossierShell>
  );
}

/** Of a dossier that waits for a merchant's people, what helps; of one that waits for somebody else, how to nudge (F-088, F-098, F-145). */
function Advice({ shell }: { shell: ShellData }) {
  const root = useRoot();
  const { awaitsOther, yours } = shell.turn;
  if (yours) return <MerchantAdvice on={['simple', shell.mediator ? 'brief' : 'counter', 'signIn']} />;
  const party = root?.user?.kind === 'consumer' || root?.user?.kind === 'merchant';
  return awaitsOther && party ? <HelpLinks to={['time']} /> : null;
}

function Problem({ problem }: { problem: NonNullable<SummaryData['problem']> }) {
  const t = useT();
  return (
    <Card title={t('dossier:summary.problem')}>
      <Lines lines={problem.lines} />
      {problem.nature.length > 0 ? (
        <>
          <h3>{t('dossier:summary.nature')}</h3>
          <ul>
            {problem.nature.map((each) => (
              <li key={each}>
                <UserText inline>{each}</UserText>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {problem.details ? (
        <>
          <h3>{t('dossier:summary.details')}</h3>
          <UserText>{problem.details}</UserText>
        </>
      ) : null}
      <h3>{t('dossier:summary.priorSteps')}</h3>
      {problem.priorSteps.length === 0 ? <p>{t('dossier:summary.noPriorSteps')}</p> : null}
      <ul>
        {problem.priorSteps.map((step, position) => (
          <li key={position}>
            {step.title}
            {step.person ? (
              <>
                , <UserText inline>{step.person}</UserText>
              </>
            ) : null}
            {step.outcome ? <UserText>{step.outcome}</UserText> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** More than these are collapsed: forty proposals would be forty lines. */
const latestEntries = 12;

function History({ summary }: { summary: SummaryData }) {
  const t = useT();
  return (
    <Card title={t('dossier:summary.history')}>
      <p>{summary.historyNote}</p>
      <HistoryList entries={summary.history.slice(0, latestEntries)} />
      {summary.history.length > latestEntries ? (
        <Details summary={t('dossier:summary.earlierEvents', { count: summary.history.length - latestEntries })}>
          <HistoryList entries={summary.history.slice(latestEntries)} />
        </Details>
      ) : null}
    </Card>
  );
}

function HistoryList({ entries }: { entries: SummaryData['history'] }) {
  return (
    <ol className="pc-facts">
      {entries.map((entry, position) => (
        <li key={position}>
          {entry.what}
          <span>
            <UserText inline>{entry.who}</UserText>, <time dateTime={entry.at}>{entry.atText}</time>
          </span>
        </li>
      ))}
    </ol>
  );
}
