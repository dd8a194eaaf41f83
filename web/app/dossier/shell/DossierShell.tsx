import type { ReactNode } from 'react';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { ButtonGroup, LinkButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import { Tabs } from '../../ui/navigation/Tabs.tsx';
import { Timeline } from '../../ui/data/Timeline.tsx';
import { TurnPanel } from '../../ui/data/TurnPanel.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { LiveScript } from '../../live/LiveScript.tsx';
import { useListCrumb } from './list-crumb.ts';
import { ReadingBanner } from './ReadingBanner.tsx';
import { MediationConditions } from '../mediation/MediationConditions.tsx';
import type { ShellData } from '../types.ts';

type Props = { shell: ShellData; current: 'summary' | 'documents' | 'proposals' | 'messages'; children: ReactNode };

/** What stands around the four tabs: the title, whose turn it is, the phases, the tabs (F-031). */
export function DossierShell({ shell, current, children }: Props) {
  const t = useT();
  const list = useListCrumb();
  return (
    <Page
      title={<UserText inline>{shell.title}</UserText>}
      crumbs={[list, { label: shell.number }]}
      aside={<Chip filled={shell.turn.yours}>{shell.phase}</Chip>}
    >
      <p className="pc-dossier-parties">
        {shell.parties.map((party, position) => (
          <span key={party.role} className="pc-dossier-party">
            {position > 0 ? <span aria-hidden="true"> · </span> : null}
            <UserText inline>{party.name}</UserText> ({party.role})
          </span>
        ))}
        {shell.mediator ? (
          <span className="pc-dossier-party">
            <span aria-hidden="true"> · </span>
            {shell.mediator}
          </span>
        ) : null}
      </p>
      {shell.officeNotice ? <Notice kind="neutral" title={t('dossier:shell.officeNotice')} /> : null}
      {shell.reading ? <ReadingBanner dossierId={shell.id} until={shell.reading} /> : null}
      <WhoseTurn turn={shell.turn} />
      <Timeline
        label={t('dossier:timeline.title')}
        states={{
          done: t('dossier:timeline.done'),
          current: t('dossier:timeline.current'),
          coming: t('dossier:timeline.next'),
        }}
        steps={shell.timeline.map((phase) => ({
          label: phase.label,
          when: phase.note || (phase.state === 'next' ? phase.stateText : ''),
          state: phase.state === 'next' ? 'coming' : phase.state,
        }))}
      />
      <Tabs
        label={t('dossier:shell.tabs')}
        tabs={shell.tabs.map((tab) => ({
          to: tab.to,
          label: tab.label,
          ...(tab.count === null ? {} : { count: tab.count }),
          news: tab.news,
          current: tab.key === current,
        }))}
      />
      {children}
      <LiveScript address={shell.live.address} position={shell.live.position} />
    </Page>
  );
}

function WhoseTurn({ turn }: { turn: ShellData['turn'] }) {
  const t = useT();
  return (
    <TurnPanel
      title={t('turn:title')}
      who={turn.heading}
      yours={turn.yours}
      actions={
        turn.main || turn.others.length > 0 ? (
          <ButtonGroup>
            {turn.main ? (
              <LinkButton to={turn.main.to} look={turn.yours ? 'primary' : 'secondary'}>
                {turn.main.label}
              </LinkButton>
            ) : null}
            {turn.others.length > 0 ? (
              <details className="pc-menu pc-turn-menu">
                <summary>{t('turn:otherActions')}</summary>
                <div className="pc-menu-panel">
                  {turn.others.map((link) => (
                    <a key={link.type + link.to} href={link.to}>
                      {link.label}
                    </a>
                  ))}
                </div>
              </details>
            ) : null}
          </ButtonGroup>
        ) : null
      }
    >
      <p>{turn.what}</p>
      {turn.by ? (
        <p>
          {turn.by} {turn.since ? <span className="pc-turn-since">{turn.since}</span> : null}
        </p>
      ) : null}
      {turn.notes.map((note) => (
        <p key={note}>
          <strong>{note}</strong>
        </p>
      ))}
      {turn.mediation ? <MediationConditions conditions={turn.mediation} /> : null}
    </TurnPanel>
  );
}
