import { readFileSync } from 'node:fs';
import type { CommandType } from '../dossier/commands.ts';
import type { EventType } from '../dossier/events.ts';
import { allowedRoles } from '../dossier/guards.ts';
import { stateDiagramPage } from './state-diagram.ts';
import { walk } from './walk.ts';

const walked = walk();

/** One line an event, so that the compiler asks for a new one here. */
const events: Record<EventType, true> = {
  dossierCreated: true,
  draftExtended: true,
  draftExpired: true,
  dossierSubmitted: true,
  representativeNamed: true,
  invitationAccepted: true,
  invitationExpired: true,
  representativeRemoved: true,
  chargeTaken: true,
  negotiationRefused: true,
  proposalMade: true,
  proposalEdited: true,
  proposalAccepted: true,
  acceptanceWithdrawn: true,
  revisionAsked: true,
  agreementConcluded: true,
  messagePosted: true,
  messagesShared: true,
  caucusOpened: true,
  documentAdded: true,
  documentWithdrawn: true,
  mediationRequested: true,
  mediatorAssigned: true,
  noConflictDeclared: true,
  mediatorRecused: true,
  mediatorReleased: true,
  mediationWithdrawn: true,
  reportedToOffice: true,
  sideNudged: true,
  sideContacted: true,
  reportAnswered: true,
  glassBroken: true,
  breakGlassEnded: true,
  dossierClosed: true,
  deadlinePassed: true,
  dossierPurged: true,
};

describe('the exhaustive walk of the rules', () => {
  test('F-002 reaches every status and every outcome', () => {
    const reached = new Set(walked.steps.map(({ to }) => to));
    expect([...reached].sort()).toEqual([
      'closed (agreement)',
      'closed (mediationFailed)',
      'closed (refused)',
      'closed (withdrawn)',
      'draft',
      'expired',
      'mediation',
      'mediationRequested',
      'negotiation',
      'purged',
      'submitted',
    ]);
  });

  test('F-002 sees every command accepted somewhere', () => {
    const accepted = new Set(walked.steps.map(({ command }) => command.split(' ')[0] as CommandType));
    expect([...accepted].sort()).toEqual(Object.keys(allowedRoles).sort());
  });

  test('F-002 sees every event, and no other', () => {
    const seen = new Set(walked.steps.flatMap((step) => step.events));
    expect([...seen].sort()).toEqual(Object.keys(events).sort());
  });

  test('F-142 nothing leaves a purged dossier, and a closed one is only purged', () => {
    expect(walked.steps.filter(({ from }) => from === 'purged')).toEqual([]);
    const left = walked.steps.filter(({ from, to }) => from === 'closed' && !to.startsWith('closed'));
    expect(left.map(({ to, command }) => [to, command])).toEqual([['purged', 'passDeadline purge']]);
  });

  test('F-002 the page docs/dossier-states.md is up to date: node scripts/state-diagram.ts', () => {
    const page = readFileSync(new URL('../../docs/dossier-states.md', import.meta.url), 'utf8');
    expect(page).toBe(stateDiagramPage(walked));
  });
});
