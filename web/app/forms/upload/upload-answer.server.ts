import type { ErrorCode } from '#contracts/errors.ts';

/** What a sending of one file is answered with: the document, or the code of its refusal. Read by send-file.ts. */
export function uploadAnswer(accepted: readonly { id: string }[], refused: readonly { code: ErrorCode }[]): Response {
  const [document] = accepted;
  const code: ErrorCode = refused[0]?.code ?? 'file.missing';
  return Response.json(document ? { id: document.id } : { code });
}
