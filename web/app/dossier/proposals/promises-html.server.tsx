import type { AppLoadContext } from '@remix-run/node';
import { renderToStaticMarkup } from 'react-dom/server';
import { TextsProvider } from '../../texts.tsx';
import type { AgreementPreviewData } from '../types.ts';
import { Promises } from './AgreementPreview.tsx';

/** What a proposal promises, as its page shows it: the answer to a page that saves it as it is typed. */
export function promisesHtml(
  { language, t }: AppLoadContext,
  { remedies, terms }: Pick<AgreementPreviewData, 'remedies' | 'terms'>,
): string {
  return renderToStaticMarkup(
    <TextsProvider language={language} t={t}>
      <Promises remedies={remedies} terms={terms} />
    </TextsProvider>,
  );
}
