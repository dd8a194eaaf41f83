import { isRouteErrorResponse, useRouteError, useRouteLoaderData } from '@remix-run/react';
import type { RootData } from '../root.tsx';
import { Unsent } from '../forms/Unsent.tsx';
import { useT } from '../texts.tsx';
import { ButtonGroup, LinkButton } from '../ui/Button.tsx';
import { Page } from './Page.tsx';

/** Title of the page that a refusal of this status gets; also the browser's, since a route that failed gives none. */
export function useRefusalTitle(): string {
  const t = useT();
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return String(t([`layout:refusal.title.${status}`, 'layout:refusal.title.500']));
}

type Body = { code?: unknown; params?: unknown; typed?: unknown };

/** What was refused or went wrong, why, and what to do instead. */
export function Refusal() {
  const t = useT();
  const title = useRefusalTitle();
  const error = useRouteError();
  const root = useRouteLoaderData('root') as RootData | undefined;
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const body: Body =
    isRouteErrorResponse(error) && error.data !== null && typeof error.data === 'object' ? error.data : {};
  const code = typeof body.code === 'string' ? body.code : null;
  const key = code ? `errors:${code}` : '';
  const fallback = status === 404 ? t('layout:refusal.notFound') : t('layout:refusal.unexpected');
  const sentence = t([key, 'layout:refusal.missing'].filter(Boolean), {
    ...(body.params as object),
    defaultValue: fallback,
  });
  return (
    <Page title={title}>
      <p className="pc-lead">{String(sentence)}</p>
      <Unsent texts={Array.isArray(body.typed) ? body.typed.map(String) : []} reply={null} />
      {root && status >= 500 ? <p>{t('layout:refusal.contact', { office: root.settings.officeEmail })}</p> : null}
      <ButtonGroup>
        {status === 401 ? <LinkButton to="/connexion">{t('layout:refusal.signIn')}</LinkButton> : null}
        {root?.user ? (
          <LinkButton to={root.user.kind === 'officer' ? '/office' : '/dossiers'} look="secondary">
            {t('layout:refusal.backDossiers')}
          </LinkButton>
        ) : (
          <LinkButton to="/" look="secondary">
            {t('layout:refusal.backHome')}
          </LinkButton>
        )}
      </ButtonGroup>
    </Page>
  );
}
