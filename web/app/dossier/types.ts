import type { SerializeFrom } from '@remix-run/node';
import type { presentDocuments } from './documents/present.server.ts';
import type { presentList } from './list/present.server.ts';
import type { presentMediationClosing } from './mediation/present-closing.server.ts';
import type { presentThread } from './messages/present.server.ts';
import type { presentComparison, presentDifference } from './proposals/compare/present-comparison.server.ts';
import type { presentProposalForm } from './proposals/form/present-form.server.ts';
import type { presentProposals } from './proposals/present.server.ts';
import type { presentShell } from './shell/present.server.ts';
import type { presentEnding } from './summary/present-ending.server.ts';
import type { presentSummary } from './summary/present.server.ts';

/** What the pages receive, as the presenters word it. */
type Presented<Present extends (...args: never[]) => unknown> = SerializeFrom<ReturnType<Present>>;

export type ShellData = Presented<typeof presentShell>;
export type SummaryData = Presented<typeof presentSummary>;
export type EndingData = Presented<typeof presentEnding>;
export type DocumentsData = Presented<typeof presentDocuments>;
export type ProposalsData = Presented<typeof presentProposals>;
export type CardData = ProposalsData['cards'][number];
export type ProposalFormData = Presented<typeof presentProposalForm>;
export type AgreementPreviewData = ProposalFormData['preview'];
export type ThreadData = Presented<typeof presentThread>;
export type ComparisonData = Presented<typeof presentComparison>;
export type DifferenceData = Presented<typeof presentDifference>;
export type MediationClosingData = Presented<typeof presentMediationClosing>;
export type ListData = Presented<typeof presentList>;
