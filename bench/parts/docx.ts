import { performance } from 'node:perf_hooks';
import { agreementDocument } from '#content/agreement/agreement-document.ts';
import { renderDocx, type Block } from '#content/documents/render-docx.ts';
import { translator } from '#content/texts/index.ts';
import { remedyLines } from '#content/texts/remedy-lines.ts';
import { buildAgreement } from '#domain/agreement/model.ts';
import type { AgreementModel } from '#domain/agreement/types.ts';
import { readDocx } from '#tests/e2e/support/documents/docx.ts';
import { remedyCatalogue } from '#content/texts/remedy-catalogue.ts';
import { agreementSource } from '../agreement-source.ts';
import { bareAgreement, type Prepared } from '../bare/agreement.ts';
import type { Row } from '../measure/report.ts';
import { compare, type Figures } from '../measure/rounds.ts';

const language = 'fr';
const certificate = 'E-2026-000123';
const documents = 40;

/** Time to make an agreement's DOCX from what was accepted, against `docx` alone given the same paragraphs in words already. */
export async function benchDocx(): Promise<Row[]> {
  const document = documentOf(buildAgreement(agreementSource));
  const prepared = prepare(document.blocks, document.title);
  await requireSame(await ours(), await bareAgreement(prepared));
  const { time } = await compare({
    ours: () => timed(ours),
    bare: () => timed(() => bareAgreement(prepared)),
  });
  return [
    {
      name: 'time per agreement',
      unit: 'ms',
      ...time!,
      target: { atMost: 2 },
      note: `${document.blocks.length + 2} paragraphs, mean of ${documents} documents a round, one after the other; from the accepted version to the file's bytes, without the database.`,
    },
  ];
}

function ours(): Promise<Buffer> {
  return renderDocx(documentOf(buildAgreement(agreementSource)));
}

function documentOf(model: AgreementModel) {
  const t = translator(language);
  const words = { yes: t('documents:yes'), no: t('documents:no'), documents: {} };
  const remedies = remedyLines(model.remedies, { catalogue: remedyCatalogue(language), words, language });
  return agreementDocument(model, { remedies, certificate, language });
}

function prepare(blocks: Block[], title: string): Prepared {
  const t = translator(language);
  const number = agreementSource.dossierNumber;
  let headings = 0;
  const dossier = t('documents:dossier', { number });
  return {
    title,
    dossier,
    footer: `${dossier}, ${t('documents:page')} `,
    creator: t('common:productName'),
    paragraphs: blocks.map((block) => {
      if ('heading' in block) return { kind: 'heading', lines: [`${(headings += 1)}. ${block.heading}`] };
      if ('lead' in block) return { kind: 'lead', lines: block.lead.split('\n') };
      if ('item' in block) return { kind: 'item', lines: block.item.split('\n') };
      if ('text' in block) return { kind: 'text', lines: block.text.split('\n') };
      throw new Error('the bare agreement (bench/bare/agreement.ts) lacks a kind of paragraph that ours has');
    }),
  };
}

/** The comparison means something only between two documents that read the same. */
async function requireSame(one: Buffer, other: Buffer): Promise<void> {
  const [a, b] = await Promise.all([readDocx(one), readDocx(other)]);
  if (a.text !== b.text || a.styles.join() !== b.styles.join())
    throw new Error('our agreement and the bare one (bench/bare/agreement.ts) no longer read the same');
}

async function timed(make: () => Promise<Buffer>): Promise<Figures> {
  const start = performance.now();
  for (let count = 0; count < documents; count += 1) await make();
  return { time: (performance.now() - start) / documents };
}
