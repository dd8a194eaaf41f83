import { randomUUID } from 'node:crypto';
import { href, pages } from '#contracts/pages/index.ts';
import { formsOf, type FoundForm } from '#tests/kit/forms.ts';
import { createClient, type Client } from '#tests/kit/web-process.ts';

/** Someone signed in, by what a browser sends for them. */
export type Person = {
  /** Writes one message: opens the page, is saved at each pause, sends. */
  writeMessage(): Promise<void>;
  sendPhotograph(bytes: Buffer, name: string): Promise<void>;
  /** Downloads the complete summary. */
  makeSummary(): Promise<void>;
  /** What writing asked for. */
  asked: { saves: number; messages: number; bytesUp: number; bytesDown: number };
};

/** From one pause of someone who types to the next, in milliseconds; a form is saved one second after the last key. */
const pauseMs = 1_500;
const pauses = 3;
const sentence = 'Bonjour, la pièce commandée n’est toujours pas arrivée et le réfrigérateur ne fonctionne pas. ';

export function createPerson({ origin, cookie, dossierId }: Record<'origin' | 'cookie' | 'dossierId', string>): Person {
  const client = createClient(origin, origin);
  const [name = '', value = ''] = cookie.split('=');
  client.cookies.set(name, value);
  const asked = { saves: 0, messages: 0, bytesUp: 0, bytesDown: 0 };
  return {
    asked,
    async writeMessage() {
      const address = href(pages.dossier.messages, { dossierId });
      const form = await messageForm(client, address);
      const fields = new Map(form.hidden);
      let body = '';
      for (let pause = 0; pause < pauses; pause += 1) {
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
        body += sentence;
        fields.set('body', body);
        const saved = await save(client, dossierId, fields);
        asked.saves += 1;
        asked.bytesUp += saved.up;
        asked.bytesDown += saved.down;
      }
      const sent = await client.post(form.action, { ...Object.fromEntries(fields), intent: 'send' });
      await taken(sent, 303);
      asked.messages += 1;
    },
    async sendPhotograph(bytes, fileName) {
      const form = new FormData();
      form.append('files', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), fileName);
      const sent = await fetch(origin + href(pages.dossier.upload, { dossierId }), {
        method: 'POST',
        body: form,
        headers: { cookie, origin, 'accept-language': 'fr' },
      });
      await taken(sent, 200);
    },
    async makeSummary() {
      await taken(await client.get(href(pages.dossier.fileSummary, { dossierId })), 200);
    },
  };
}

async function messageForm(client: Client, address: string): Promise<FoundForm> {
  const html = await taken(await client.get(address), 200);
  const form = formsOf(html, address).find(({ fields }) => fields.some(({ name }) => name === 'body'));
  if (!form) throw new Error(`${address} has no form of a message`);
  return form;
}

/** Saves what is typed, as the page's script does; the mark and the row that the answer names are the form's from then on. */
async function save(client: Client, dossierId: string, fields: Map<string, string>) {
  const sent = { ...Object.fromEntries(fields), intent: 'autosave' };
  const answer = await taken(await client.post(href(pages.dossier.autosave, { dossierId }), sent), 200);
  const { base, id }: { base?: string; id?: string } = JSON.parse(answer);
  if (base) fields.set('base', base);
  if (id) fields.set('messageId', id);
  return { up: new URLSearchParams(sent).toString().length, down: answer.length };
}

/** The text of an answer. Throws when it is not the one that is due: a fast refusal must not pass for speed. */
async function taken(answer: Response, status: number): Promise<string> {
  const text = await answer.text();
  if (answer.status !== status) throw new Error(`${answer.url}: ${answer.status} ${text.slice(0, 200)}`);
  return text;
}

export const photographName = (): string => `IMG_${randomUUID().slice(0, 4)}.jpg`;
