import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { AppError } from '#contracts/errors.ts';
import { keptForm, keptTextForm } from '#contracts/schemas/kept-text.ts';
import { jsonRefusal } from '../forms/json-refusal.ts';
import { readForm } from '../forms/read-form.ts';

/**
 * Whose session this is, for a page that is about to send what was typed in it, as that page names the account (`Kept-For`: a page may be older than the
 * platform's secret); with `formulaire`, what that person was writing in that form; with `anciens`, what their texts were kept under before. Answers JSON.
 */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { keeping, formerKeepings, user, services } = context;
  const asked = new URL(request.url).searchParams;
  const form = keptForm.safeParse(asked.get('formulaire'));
  // Whose session it is may be known before a second factor is set up, since forms ask it; what was written may not (ADR 35).
  const kept =
    user && !user.factorDue && form.success
      ? await services.keptTexts.find({ userId: user.id, form: form.data })
      : null;
  const named = formerKeepings.find((one) => one.account === request.headers.get('kept-for')) ?? keeping;
  const former = asked.has('anciens') ? { former: formerKeepings } : {};
  return Response.json({ account: named.account, kept, ...former });
}

/** Keeps what is typed in a form that has no draft of its own. Answers JSON: when, the version; 409 with the other text when it was changed elsewhere. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { user, services, reader, now } = context;
  try {
    if (!user) throw new AppError('auth.required');
    if (user.factorDue) throw new AppError('auth.factor_required');
    const form = await readForm(request, keptTextForm);
    if (!form.ok) throw new AppError('form.too_large');
    const saved = await services.keptTexts.save(user.id, form.value);
    if ('other' in saved) return Response.json({ code: 'conflict', other: saved.other }, { status: 409 });
    return Response.json({ savedAt: saved.version > 0 ? reader.time(now) : null, version: saved.version });
  } catch (error) {
    return jsonRefusal(error, context.t);
  }
}
