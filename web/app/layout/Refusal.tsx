import { isRecord } from '#contracts/unknown-values.ts';
import { isRouteErrorResponse, useRouteError } from '@remix-run/react';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { SendAgain } from '../forms/SendAgain.tsx';
import { isWritten, type Typed } from '../forms/typed-values.ts';
import { Unsent } from '../forms/Unsent.tsx';
import { useRoot } from '../root-data.ts';
import { useT } from '../texts.tsx';
import { ButtonGroup, LinkButton } from '../ui/Button.tsx';
import { productName } from './meta.ts';
import { Page } from './Page.tsx';

type Body = {
  code?: unknown;
  params?: unknown;
  /** Page of what must be done first, for a form that was sent before (web/server/remix.ts). */
  first?: unknown;
  /** What the form of this request held, when its page cannot show it; null when that is unknown. */
  typed?: Typed | null;
};

function useRefusal(): { status: number; body: Body } {
  const error = useRouteError();
  if (!isRouteErrorResponse(error)) return { status: 500, body: {} };
  const body: Body = error.data !== null && typeof error.data === 'object' ? error.data : {};
  return { status: error.status, body };
}

/** The browser's title of a page that failed, whose route gives none. */
export function RefusalTitle() {
  return <title>{`${useRefusalTitle()} · ${productName}`}</title>;
}

/** Title of the page that a refusal gets. */
function useRefusalTitle(): string {
  const t = useT();
  const { status, body } = useRefusal();
  const step = body.code === 'auth.profile_required' || body.code === 'auth.terms_required';
  return String(t([`layout:refusal.title.${step ? 'step' : status}`, 'layout:refusal.title.500']));
}

/** What was refused or went wrong, why, and what to do instead. */
export function Refusal() {
  const t = useT();
  const title = useRefusalTitle();
  const { status, body } = useRefusal();
  const root = useRoot();
  const here = root ? root.url.path + root.url.search : href(pages.public.home);
  const code = typeof body.code === 'string' ? body.code : null;
  const key = code ? `errors:${code}` : '';
  const fallback = status === 404 ? t('errors:access.not_found') : t('layout:refusal.unexpected');
  const sentence = t([key, 'layout:refusal.missing'].filter(Boolean), {
    ...(isRecord(body.params) ? body.params : {}),
    defaultValue: fallback,
  });
  const first = typeof body.first === 'string' ? body.first : null;
  return (
    <Page title={title}>
      <p className="pc-lead">{String(sentence)}</p>
      {first ? null : <Unsent texts={(body.typed ?? []).filter(isWritten).map(([, value]) => value)} reply={null} />}
      {root && status >= 500 ? <p>{t('layout:refusal.contact', { office: root.settings.officeEmail })}</p> : null}
      {first ? <SendAgain first={first} here={here} typed={body.typed ?? null} /> : null}
      <ButtonGroup>
        {status === 401 && !first ? (
          <LinkButton to={withQuery(href(pages.accounts.signIn), { suite: here })}>
            {t('layout:refusal.signIn')}
          </LinkButton>
        ) : null}
        <WayBack kind={root?.user?.kind ?? null} />
      </ButtonGroup>
    </Page>
  );
}

/** The person's own first page, or the home page. */
function WayBack({ kind }: { kind: string | null }) {
  const t = useT();
  const [to, label] =
    kind === null
      ? [href(pages.public.home), t('layout:refusal.backHome')]
      : kind === 'officer'
        ? [href(pages.office.home), t('layout:refusal.backOffice')]
        : [href(pages.dossier.list), t('layout:refusal.backDossiers')];
  return (
    <LinkButton to={to} look="secondary">
      {label}
    </LinkButton>
  );
}
