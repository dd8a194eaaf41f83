import type { SerializeFrom } from '@remix-run/node';
import type { AppLoadContext } from '@remix-run/node';

type Dossier = AppLoadContext['services']['dossier'];
type Read<Name extends keyof Dossier> = Dossier[Name] extends (...args: never[]) => infer Result
  ? SerializeFrom<Awaited<Result>>
  : never;

/** What the pages receive, as the services make it. */
export type FrameData = Read<'frame'>;
export type SummaryData = Read<'summary'>;
export type DocumentsData = Read<'documents'>;
export type ProposalsData = Read<'proposals'>;
export type CardData = ProposalsData['cards'][number];
export type ProposalFormData = Read<'proposalForm'>;
export type SheetData = ProposalFormData['sheet'];
export type ThreadData = Read<'thread'>;
export type CompareData = Read<'compare'>;
export type DifferenceData = NonNullable<CompareData['difference']>;
export type ListData = Read<'list'>;
