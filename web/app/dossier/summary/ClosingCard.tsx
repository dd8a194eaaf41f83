import { href, pages } from '#contracts/pages/index.ts';
import { HelpLinks } from '../../layout/HelpLinks.tsx';
import { useT } from '../../texts.tsx';
import { Card } from '../../ui/layout/Card.tsx';
import { DescriptionList } from '../../ui/data/Lists.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import type { EndingData, SummaryData } from '../types.ts';
import type { Line } from './lines.ts';

/** Terms with what they are worth here; what a person wrote is marked as such. */
export function Lines({ lines }: { lines: Line[] }) {
  return (
    <DescriptionList
      items={lines.map((line) => ({
        label: line.label,
        value: line.user ? <UserText inline>{line.value}</UserText> : line.value,
      }))}
    />
  );
}

/** A side that leaves the mediation, for everyone in it, until the dossier is closed. */
export function LeavingCard({ leaving }: { leaving: NonNullable<SummaryData['leaving']> }) {
  const t = useT();
  return (
    <Card title={t('dossier:leaving.title')}>
      <Lines lines={leaving.lines} />
      <Justification text={leaving.justification} />
      {leaving.note ? <p>{leaving.note}</p> : null}
    </Card>
  );
}

/** Why someone ended it, in their own words. */
function Justification({ text }: { text: string | null }) {
  const t = useT();
  if (!text) return null;
  return (
    <>
      <p className="pc-terms-label">{t('dossier:closing.justification')}</p>
      <blockquote className="pc-terms">
        <UserText>{text}</UserText>
      </blockquote>
    </>
  );
}

/** How a dossier ended, for everyone who may read it (F-104, F-132), and until when it is available (F-142, T-05). */
export function ClosingCard({ closing, id }: { closing: EndingData; id: string }) {
  const t = useT();
  return (
    <Card title={t('dossier:closing.title')}>
      <Lines lines={closing.lines} />
      <Justification text={closing.justification} />
      {closing.agreement ? (
        <p>
          {t(closing.agreement === 'coming' ? 'dossier:closing.agreementComing' : 'dossier:closing.agreement')}{' '}
          {closing.agreement === 'coming' ? null : (
            <>
              <a href={href(pages.dossier.documents, { dossierId: id })}>{t('dossier:closing.readAgreement')}</a>{' '}
            </>
          )}
          <a href={href(pages.dossier.certificate, { dossierId: id })}>{t('dossier:certificate.link')}</a>
        </p>
      ) : null}
      {closing.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {closing.agreement ? null : <HelpLinks to={['remedies', 'caseLaw']} />}
    </Card>
  );
}
