import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { HelpTheme } from '#contracts/pages/index.ts';
import { HelpLinks } from '../../layout/HelpLinks.tsx';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { presentContents } from './present.server.ts';

export const meta = titleMeta;

export async function loader({ context }: LoaderFunctionArgs) {
  const values = { email: context.settings.officeEmail, durations: await context.services.help.durations() };
  return { title: context.t('help:title'), themes: presentContents(context.reader, values) };
}

/** Anchors that this page had when it held all of the help: bookmarks and printed links still arrive where their subject is. */
const formerAnchors: Record<string, { theme: HelpTheme; section?: string }> = {
  before: { theme: 'participants', section: 'commercant-d-abord' },
  codes: { theme: 'participants', section: 'codes' },
  representative: { theme: 'participants', section: 'representation' },
  solutions: { theme: 'solutions' },
  negotiation: { theme: 'negotiation' },
  caseLaw: { theme: 'caseLaw' },
  mediation: { theme: 'mediation' },
  after: { theme: 'process', section: 'apres' },
  contact: { theme: 'contact' },
};

function anchorOf(theme: HelpTheme, section?: string): string | undefined {
  return Object.keys(formerAnchors).find(
    (anchor) => formerAnchors[anchor]?.theme === theme && formerAnchors[anchor].section === section,
  );
}

/** F-146, F-147, F-148: the contents of the help, for everyone, signed in or not. */
export default function Help() {
  const t = useT();
  const { themes } = useLoaderData<typeof loader>();
  return (
    <Page title={t('help:title')}>
      <p className="pc-lead">{t('help:lead')}</p>
      {themes.map(({ theme, title, lead, to, sections }) => (
        <section key={theme} id={anchorOf(theme)}>
          <h2 className="qc-h3">
            <a href={to}>{title}</a>
          </h2>
          <p>{lead}</p>
          <ul>
            {sections.map(({ id, heading, to: address }) => (
              <li key={id} id={anchorOf(theme, id)}>
                <a href={address}>{heading}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <HelpLinks to={['whoSeesWhat']} />
    </Page>
  );
}
