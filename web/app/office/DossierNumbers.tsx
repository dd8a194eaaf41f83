import { href, pages } from '#contracts/pages/index.ts';

/** Dossiers by their numbers, each a link to its page of the Office. */
export function DossierNumbers({ dossiers }: { dossiers: { id: string; number: string }[] }) {
  return (
    <ul>
      {dossiers.map(({ id, number }) => (
        <li key={id}>
          <a href={href(pages.office.dossier, { dossierId: id })}>{number}</a>
        </li>
      ))}
    </ul>
  );
}
