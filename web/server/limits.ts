import type { RequestHandler } from 'express';
import { AppError } from '#contracts/errors.ts';

/** A form without files. Pages read it through `readForm`, which counts again while reading. */
export const formBytes = 1_000_000;
/** A form with files: twenty of ten million bytes and their wrapping. */
export const uploadBytes = 210_000_000;

/** Refuses at once a body that says it is larger than any form of ours (413). */
export function bodyLimit(): RequestHandler {
  return (request, _response, next) => {
    const declared = Number(request.headers['content-length'] ?? 0);
    const withFiles = /^multipart\/form-data/i.test(request.headers['content-type'] ?? '');
    if (declared > (withFiles ? uploadBytes : formBytes)) next(new AppError('form.too_large'));
    else next();
  };
}
