import { helpAddress, href, pages } from '#contracts/pages/index.ts';
import { useT } from '../texts.tsx';

/** Places of the help that pages lead to, by the key of their text under `help:at`. */
const places = {
  process: helpAddress('process'),
  agreement: helpAddress('process', 'entente'),
  participants: helpAddress('participants'),
  solutions: helpAddress('solutions'),
  damages: helpAddress('solutions', 'dommages'),
  negotiation: helpAddress('negotiation'),
  formalise: helpAddress('negotiation', 'convenir'),
  time: helpAddress('negotiation', 'temps'),
  mediation: helpAddress('mediation'),
  mediators: helpAddress('mediation', 'mediatrices-et-mediateurs'),
  merchants: helpAddress('merchants'),
  remedies: helpAddress('remedies'),
  caseLaw: helpAddress('caseLaw'),
  questions: helpAddress('questions'),
  contact: helpAddress('contact'),
  whoSeesWhat: href(pages.public.whoSeesWhat),
} as const;

/** Links to the pages of help that are of use where they stand (F-066). */
export function HelpLinks({ to }: { to: readonly (keyof typeof places)[] }) {
  const t = useT();
  return (
    <ul className="pc-help-links" aria-label={t('help:at.label')}>
      {to.map((place) => (
        <li key={place}>
          <a href={places[place]}>{t(`help:at.${place}`)}</a>
        </li>
      ))}
    </ul>
  );
}
