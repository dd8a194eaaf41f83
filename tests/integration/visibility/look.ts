import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { entryOf, readDocx } from '#tests/e2e/support/documents/docx.ts';
import type { Pages } from '#tests/kit/pages.ts';
import type { Role, World } from './world.ts';

/** What a person finds at each address: the status, where they are sent, and every byte of the answer but what is new at each request. */
export type Seen = Map<string, string>;

/** A form that only asks: a search, whose words stand in no address. */
export type Asked = { address: string; form: Record<string, string> };

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/**
 * Reads all addresses as this person, one after the other.
 *
 * @param lasting ids that are not made for the answer: keys of forms and of drafts to come are left out.
 */
export async function look(
  pages: Pages,
  by: World['people'][Role],
  { addresses, lasting = new Set() }: { addresses: (string | Asked)[]; lasting?: ReadonlySet<string> },
): Promise<Seen> {
  const cookie = `pc_lang=fr; pc_session=${await pages.session(by.userId)}`;
  const seen: Seen = new Map();
  for (const each of addresses) {
    const { address, form } = typeof each === 'string' ? { address: each, form: null } : each;
    const sent = form ? { method: 'POST', body: new URLSearchParams(form) } : {};
    const headers = { cookie, 'accept-encoding': 'identity', ...(form ? { origin: pages.trusted } : {}) };
    const response = await fetch(pages.origin + address, { ...sent, headers, redirect: 'manual' });
    const bytes = Buffer.from(await response.arrayBuffer());
    const docx = response.headers.get('content-type')?.includes('wordprocessingml') ?? false;
    const text = docx ? await docxText(bytes) : bytes.toString();
    const head = ['location', 'etag', 'last-modified', 'content-length'].map(
      (name) => response.headers.get(name) ?? '',
    );
    // The length of a page counts its keys, that of a made document its date.
    const said = [response.status, ...(response.status === 200 ? head.slice(0, 3) : head), text].join('\n');
    seen.set(
      form ? `${address} ${JSON.stringify(form)}` : address,
      said
        .replaceAll(/nonce="[^"]*"/g, 'nonce')
        // What the engine answered, and whether it did in time; the dates that follow stay.
        .replaceAll(/(<h2>À venir<\/h2>).*?(?=<table|<\/section>)/gs, '$1')
        // Reminders that fall due by the real clock move it too; that hidden acts do not is in live.spec.ts.
        .replaceAll(/data-position="[^"]*"/g, 'position')
        .replaceAll(/(\\*"position\\*",)\\*"[^"\\]*\\*"/g, '$1')
        // A place in an order of people's names is sealed anew each time (web/server/services/cursors.ts); it holds no instant.
        .replaceAll(/apres=I[TW][\w.-]+/g, 'apres=name')
        // The instant of the request, and what the reader's own account keeps typed words under.
        .replaceAll(/data-(?:now|account|key)="[^"]*"/g, 'kept')
        .replaceAll(/(\\*"account\\*",)\\*"[^"\\]*\\*"(,\\*"key\\*",)\\*"[^"\\]*\\*"/g, '$1$2')
        // The instant of the request, which pages of the directory compare dates with.
        .replaceAll(/(\\*"now\\*",)\\*"[^"\\]*\\*"/g, '$1')
        .replaceAll(/\\?"nonce\\?",\\?"[^"\\]*\\?"/g, 'nonce')
        .replaceAll(uuid, (id) => (lasting.has(id.toLowerCase()) ? id : '<new>')),
    );
  }
  return seen;
}

/** The words of a Word document and a digest of its other parts, without the moment at which it was made. */
async function docxText(bytes: Buffer): Promise<string> {
  const { text } = await readDocx(bytes);
  const styles = createHash('sha256')
    .update(await entryOf(bytes, 'word/styles.xml'))
    .digest('hex');
  const core = (await entryOf(bytes, 'docProps/core.xml')).replaceAll(
    /<dcterms:(created|modified)[\s\S]*?<\/dcterms:\1>/g,
    '',
  );
  return [text.replace(/^(Préparé|Prepared).*$/m, ''), styles, core].join('\n');
}

/** Ids that rows have: of the dossier, what was written in it, and its people. */
export async function lastingIds(pool: Pool, { dossierId, people, ids }: World): Promise<Set<string>> {
  const { rows } = await pool.query<{ id: string }>(
    `select id::text from document where dossier_id = $1 union all select id::text from message where dossier_id = $1
     union all select id::text from proposal_content where dossier_id = $1 union all select id::text from dossier`,
    [dossierId],
  );
  const cast = Object.values(people).map((each) => (typeof each === 'string' ? each : each.userId));
  return new Set([...rows.map(({ id }) => id), ...cast, ...Object.values(ids)]);
}

/** The addresses at which two looks differ, each with the two passages where they part. */
export function differences(one: Seen, other: Seen): string[] {
  return [...one].flatMap(([address, text]) => {
    const then = other.get(address) ?? '';
    if (text === then) return [];
    let at = 0;
    while (text[at] === then[at]) at += 1;
    const from = Math.max(0, at - 60);
    return [`${address}: …${text.slice(from, at + 80)}… / …${then.slice(from, at + 80)}…`];
  });
}
