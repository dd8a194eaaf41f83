import { expect, test } from '@jest/globals';
import { lists, type ListName } from '#content/lists/index.ts';
import { readerOf } from '#content/reader.ts';
import { languages } from '#content/texts/index.ts';
import type { Closing, EventType, Role, Status } from '#domain/dossier/index.ts';
import type { ProblemForm } from '#domain/problem/types.ts';
import { eventTypes } from '#domain/visibility/index.ts';
import { codesIn } from '#tests/kit/codes.ts';
import type { FileSummaryFacts } from '#web/server/services/dossier/file-summary.ts';
import { fileSummaryWords } from '#web/app/dossier/documents/present-file-summary.server.ts';

const at = '2026-03-13T03:59:00.000Z';
const contact = {
  ...{ name: 'Claire Roy', email: 'claire@roy.example', phone: '+15145550199', addressLine: '12, rue Roy' },
  ...{ city: 'Québec', province: 'QC', postalCode: 'G2K 1B7' },
};

/** The nth code of a list, again from the start where the list is over. */
const nth = (list: ListName, n: number): string => lists[list][n % lists[list].length]!.code;
const reasons = ['partyClosingReasons', 'refusalReasons', 'mediatorClosingReasons', 'systemClosingReasons'] as const;
const longest = Math.max(...Object.values(lists).map(({ length }) => length));

/** A dossier where every list has its nth code; `reason`: the list that the ending's is of. */
function factsWith(n: number, reason: (typeof reasons)[number]): FileSummaryFacts {
  const by = (['consumer', 'consumerRepresentative', 'merchantRepresentative', 'mediator', 'system'] as const)[n % 5]!;
  const problem = {
    ...{ category: nth('categories', n), subcategory: nth('subcategories', n), condition: nth('conditions', n) },
    ...{ contractPlace: nth('contractPlaces', n), paymentMethod: nth('paymentMethods', n) },
    ...{ nature: [nth('problemNature', n)], priorSteps: [{ means: nth('priorStepMeans', n) }] },
  } as ProblemForm;
  return {
    ...{ number: '2026-004182', reader: 'Claire Roy', madeAt: at, mediator: false, timeline: [], proposals: [] },
    title: { title: '', problemKind: nth('problemKinds', n) } as unknown as FileSummaryFacts['title'],
    status: nth('statuses', n) as Status,
    documentTitles: {},
    threads: [],
    withoutThreads: null,
    summary: {
      ending: {
        outcome: nth('outcomes', n) as Closing['outcome'],
        ...{ at, by: by as Closing['by'], reason: nth(reason, n) as Closing['reason'], justification: null },
        ...{ kit: true, preparing: false, left: null, messagesUntil: at, erasedAt: at },
      },
      leaving: null,
      parties: {
        ...{
          consumer: contact,
          merchant: contact,
          branch: '',
          contactPerson: '',
          handler: null,
          respondent: null,
          over: true,
          answering: false,
        },
        representative: {
          name: 'Anne Neil',
          email: '',
          phone: '',
          relationship: nth('relationships', n),
          active: true,
        },
        mediator: null,
      },
      ...{ representation: null, problem, office: null, history: [], historyCut: null },
    },
    documents: {
      ...{ official: [], preparing: null, restricted: null, pending: [], canAdd: false, mediator: false },
      filed: [
        {
          ...{ id: 'x', dossierId: 'x', kind: nth('documentKinds', n), ownerName: null, ownerRole: nth('roles', n) },
          ...{ byteSize: 9, sha256: '', title: 'Facture', generated: false, at, scan: 'clean' },
          ...{ canOpen: true, canWithdraw: false, withdrawn: null },
        },
      ],
    },
    history: (eventTypes as readonly EventType[])
      .filter((type) => !['messagePosted', 'deadlinePassed'].includes(type))
      .map((type) => (type === 'sideContacted' ? 'sideCalled' : type))
      .map((what) => ({
        ...{ what, version: 1, by: { role: nth('roles', n) as Role, name: null }, represents: null, at },
        nudged: what === 'sideNudged' || what === 'sideCalled' ? ('merchant' as const) : null,
        recusal: what === 'mediatorRecused' ? nth('recusalReasons', n) : null,
        reading: what === 'glassBroken' ? { reason: nth('breakGlassReasons', n), until: at } : null,
      })),
  };
}

test.each(languages)('the file summary shows no code, whatever each list has (%s)', (language) => {
  const words = fileSummaryWords(readerOf(language), 'https://parle.example/?partie=');
  const shown = new Set<string>();
  for (const reason of reasons) {
    for (let n = 0; n < longest; n += 1) {
      const { title, blocks } = words.document(factsWith(n, reason));
      const text = [title, ...blocks.flatMap((block) => Object.values(block).map((each) => JSON.stringify(each)))];
      for (const code of codesIn(text.join('\n'), language)) shown.add(code);
    }
  }
  expect([...shown]).toEqual([]);
});
