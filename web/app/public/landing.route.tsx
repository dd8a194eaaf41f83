import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { titleMeta } from '../layout/meta.ts';
import { Page } from '../layout/Page.tsx';
import { useRoot } from '../root-data.ts';
import { useT } from '../texts.tsx';
import { ButtonGroup, LinkButton } from '../ui/Button.tsx';
import { Card } from '../ui/layout/Card.tsx';
import { HelpLinks } from '../layout/HelpLinks.tsx';

export const meta = titleMeta;

export async function loader({ context }: LoaderFunctionArgs) {
  const { draft } = await context.services.help.durations();
  return { title: context.t('help:landing.title'), draft };
}

const steps = ['one', 'two', 'three', 'four'] as const;
const promises = ['free', 'neutral', 'private'] as const;

/** F-001, F-008, F-010: what this is, and the way in for each; a person who is signed in has one way only. */
export default function Landing() {
  const t = useT();
  const root = useRoot();
  const { draft } = useLoaderData<typeof loader>();
  return (
    <Page title={t('help:landing.title')} width="full">
      <p className="pc-lead pc-measure">{t('help:landing.lead')}</p>
      {root?.user ? <OwnDoor officer={root.user.kind === 'officer'} /> : <Doors />}
      <h2>{t('help:landing.how')}</h2>
      <ol className="pc-steps">
        {steps.map((step) => (
          <li key={step}>
            <h3>{t(`help:landing.steps.${step}.title`)}</h3>
            <p>{t(`help:landing.steps.${step}.text`, { count: draft })}</p>
          </li>
        ))}
      </ol>
      <HelpLinks to={['process', 'participants', 'solutions', 'negotiation']} />
      <h2>{t('help:landing.promises')}</h2>
      <ul>
        {promises.map((promise) => (
          <li key={promise}>{t(`help:landing.${promise}`)}</li>
        ))}
      </ul>
      <HelpLinks to={['whoSeesWhat', 'mediation', 'remedies']} />
    </Page>
  );
}

function OwnDoor({ officer }: { officer: boolean }) {
  const t = useT();
  return (
    <ButtonGroup>
      {officer ? (
        <LinkButton to={href(pages.office.home)}>{t('layout:office')}</LinkButton>
      ) : (
        <LinkButton to={href(pages.dossier.list)}>{t('layout:myDossiers')}</LinkButton>
      )}
    </ButtonGroup>
  );
}

function Doors() {
  const t = useT();
  return (
    <div className="pc-doors">
      <Card
        title={t('help:landing.consumers.title')}
        actions={
          <>
            <LinkButton to={href(pages.accounts.signUp)}>{t('help:landing.consumers.signUp')}</LinkButton>
            <a href={href(pages.accounts.signIn)}>{t('help:landing.consumers.signIn')}</a>
          </>
        }
      >
        <p>{t('help:landing.consumers.text')}</p>
      </Card>
      {(['merchants', 'mediators'] as const).map((who) => (
        <Card
          key={who}
          title={t(`help:landing.${who}.title`)}
          actions={
            <>
              <LinkButton to={href(pages.accounts.signIn)} look="secondary">
                {t(`help:landing.${who}.signIn`)}
              </LinkButton>
              {who === 'merchants' ? <a href={href(pages.participation.form)}>{t('participation:link')}</a> : null}
            </>
          }
        >
          <p>{t(`help:landing.${who}.text`)}</p>
          <HelpLinks to={[who === 'merchants' ? 'merchants' : 'mediators']} />
        </Card>
      ))}
    </div>
  );
}
