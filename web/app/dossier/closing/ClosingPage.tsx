import { useLoaderData } from '@remix-run/react';
import { useT } from '../../texts.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import { ActPage } from '../ActPage.tsx';
import type { loadClosing, Way } from './closing.ts';
import { ClosingForm } from './ClosingForm.tsx';
import { HelpLinks } from '../../layout/HelpLinks.tsx';

/** Ending a dossier alone, or leaving its mediation: what it means, and who gets the information kit (F-083, F-104, A-08). */
export function ClosingPage({ way }: { way: Way }) {
  const t = useT();
  const { title, id, number, page, yours } = useLoaderData<typeof loadClosing>();
  return (
    <ActPage title={title} id={id} number={number}>
      <p className="pc-lead">{t(`dossier:${way}.${page.neverLed ? 'introBefore' : 'intro'}`, { other: page.other })}</p>
      <Notice title={t(`dossier:${way}.advice`)} />
      {way === 'close' ? <p>{t(yours ? 'dossier:close.kitYours' : 'dossier:close.kit')}</p> : null}
      {yours ? <HelpLinks to={['remedies']} /> : null}
      <ClosingForm id={id} kind={way} page={page} />
    </ActPage>
  );
}
