import { formatDate } from '#content/texts/format.ts';
import { useLanguage, useT } from '../texts.tsx';
import { Sheet } from '../ui/layout/Sheet.tsx';

type TermsDocument = {
  title: string;
  intro: string;
  version: string;
  sections: { heading: string; paragraphs: string[] }[];
};

/** A text that people accept, with its version. `bare` leaves its title to the page. */
export function TermsSheet({
  document,
  scroll = false,
  bare = false,
}: {
  document: TermsDocument;
  scroll?: boolean;
  bare?: boolean;
}) {
  const t = useT();
  const language = useLanguage();
  const Heading = bare ? 'h2' : 'h3';
  return (
    <Sheet title={bare ? undefined : document.title} scroll={scroll}>
      <p className="pc-card-meta">
        {t('account:undertaking.version', { date: formatDate(language, document.version) })}
      </p>
      <p>{document.intro}</p>
      {document.sections.map((section, position) => (
        <section key={section.heading}>
          <Heading className="qc-h4">
            {position + 1}. {section.heading}
          </Heading>
          {section.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
    </Sheet>
  );
}
