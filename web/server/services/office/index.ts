import { bind } from '../bind.ts';
import { createCursors } from '../cursors.ts';
import type { ServiceDeps } from '../deps.ts';
import { assignmentOf, assignMediator } from './assignment.ts';
import { figureMonths, figures, sendFigures, type KeptFigures } from './figures.ts';
import { answerReport, finishStep, followUp, noteContact, planStep } from './follow-up.ts';
import { goOn, handOverProgress } from './go-on.ts';
import { handOver, startHandOver } from './hand-over.ts';
import { sendLetter } from './letter.ts';
import { desk, queue, searchQueue, sendQueue } from './queues.ts';
import { breakGlass, endBreakGlass, findReadings, readingForm, readings, sendReadings } from './readings.ts';
import {
  dossierChoices,
  extendDraft,
  nudge,
  officeDossier,
  officeDossiers,
  revokeRepresentative,
  searchDossiers,
  sendDossiers,
} from './dossiers.ts';

export type OfficeServices = ReturnType<typeof createOfficeServices>;

/** What the Office reads and does about dossiers: process data only (F-005, F-121, F-136, A-05), and content by exception. */
export function createOfficeServices(services: ServiceDeps) {
  const deps = { ...services, cursors: createCursors(services.env.secrets), kept: new Map() as KeptFigures };
  return bind(deps, {
    dossiers: officeDossiers,
    searchDossiers,
    sendDossiers,
    dossierChoices,
    dossier: officeDossier,
    extend: extendDraft,
    nudge,
    revokeRepresentative,
    assignment: assignmentOf,
    assign: assignMediator,
    desk,
    queue,
    searchQueue,
    sendQueue,
    figureMonths,
    figures,
    sendFigures,
    followUp,
    noteContact,
    answerReport,
    planStep,
    finishStep,
    sendLetter,
    handOver,
    startHandOver,
    handOverProgress,
    goOn,
    readingForm,
    breakGlass,
    endBreakGlass,
    readings,
    findReadings,
    sendReadings,
  });
}
