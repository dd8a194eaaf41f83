import { isRecord } from '#contracts/unknown-values.ts';
import { proposalValues } from '#contracts/schemas/proposal.ts';
import { RemedyInputs } from '../../forms/RemedyFields.tsx';
import { useT } from '../../texts.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/layout/Card.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import { screenAddress } from './screen-address.ts';
import type { DraftView, FilingScreen } from './filing-screen.ts';

const chosen = (view: DraftView) =>
  view.catalogue.filter(({ code }) => view.remedies.some((remedy) => remedy.code === code));

/** What each remedy that was ticked needs: amounts, days, who pays (F-063, F-064, §9.4). */
export const remedyDetails: FilingScreen = {
  values: (view, reader) => proposalValues(view, reader.language),
  Before: function NoneChosen({ view }) {
    const t = useT();
    if (view.remedies.length > 0) return null;
    return (
      <Notice kind="information" title={t('filing:noRemedies')}>
        <p>
          <a href={screenAddress(view.id, 'remedies')}>{t('filing:toSolutions')}</a>
        </p>
      </Notice>
    );
  },
  Fields: function Details({ view }) {
    const t = useT();
    return chosen(view).map((remedy) => (
      <Card key={remedy.code} title={remedy.label}>
        <RemedyInputs remedy={remedy} documents={view.documents} documentHint={t('filing:damagesDocument')} />
      </Card>
    ));
  },
  Buttons: function AddDocument({ view }) {
    const t = useT();
    if (!view.remedies.some(({ code }) => code === 'dommages')) return null;
    return (
      <Button look="secondary" name="intent" value="document">
        {t('filing:addDocument')}
      </Button>
    );
  },
};

/** The values with a document chosen for the damages, where none was (F-064). */
export function withDocument(values: Record<string, unknown>, documentId: string): Record<string, unknown> {
  const typed = values['dommages'];
  const damages = isRecord(typed) ? typed : {};
  return { ...values, dommages: { ...damages, document: damages['document'] || documentId } };
}
