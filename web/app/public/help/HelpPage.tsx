import type { SerializeFrom } from '@remix-run/node';
import { href, pages } from '#contracts/pages/index.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import type { presentHelp } from './present.server.ts';

type Help = SerializeFrom<ReturnType<typeof presentHelp>>;
type Block = Help['sections'][number]['blocks'][number];

/** A page of help, whichever its theme: until when it was checked, its contents, its sections. */
export function HelpPage({ help }: { help: Help }) {
  const t = useT();
  return (
    <Page title={help.title} crumbs={[{ label: t('help:title'), to: href(pages.public.help) }, { label: help.title }]}>
      <p className="pc-lead">{help.lead}</p>
      <p className="pc-hint">
        <time dateTime={help.checkedOn.date}>{t('help:checkedOn', { date: help.checkedOn.words })}</time>
      </p>
      <nav aria-labelledby="sommaire">
        <h2 id="sommaire" className="qc-h4">
          {t('help:contents')}
        </h2>
        <ul>
          {help.sections.map(({ id, heading }) => (
            <li key={id}>
              <a href={`#${id}`}>{heading}</a>
            </li>
          ))}
        </ul>
      </nav>
      {help.sections.map(({ id, heading, blocks }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id} tabIndex={-1}>
            {heading}
          </h2>
          {blocks.map((block, position) => (
            <HelpBlock key={position} block={block} />
          ))}
        </section>
      ))}
      <p className="pc-hint">{t('help:notAdvice')}</p>
      <p>
        <a href={href(pages.public.help)}>{t('help:allPages')}</a>
      </p>
    </Page>
  );
}

function HelpBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'list':
      return <ul>{block.items.map(asItem)}</ul>;
    case 'steps':
      return <ol>{block.items.map(asItem)}</ol>;
    case 'links':
      return (
        <ul>
          {block.links.map(({ label, note, to, language }) => (
            <li key={to}>
              <a href={to} {...(language ? { hrefLang: language, lang: language } : {})}>
                {label}
              </a>
              {note ? <> {note}</> : null}
            </li>
          ))}
        </ul>
      );
    case 'parts':
      return block.parts.map(({ id, heading, text }) => (
        <div key={heading} id={id ?? undefined}>
          <h3>{heading}</h3>
          {text.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      ));
  }
}

function asItem(text: string) {
  return <li key={text}>{text}</li>;
}
