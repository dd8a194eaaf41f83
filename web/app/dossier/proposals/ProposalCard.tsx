import { useT } from '../../texts.tsx';
import { Card } from '../../ui/layout/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Details } from '../../ui/layout/Details.tsx';
import { LinkButton, Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { RemedyList } from './RemedyList.tsx';
import type { CardData, ProposalsData } from '../types.ts';

/** `writes`: in the three-way space, under the cards. */
type ProposalCardProps = { card: CardData; acts: ProposalsData['acts']; writes: boolean };

/**
 * A proposal: its author, version, remedies, terms to the letter, its state, and what can be done with it: accepting (F-114), withdrawing that
 * there is no button to reject (F-115), the card says where to write what does not suit, and a link leads to
 * where a side says that it does not do (ADR 32). An acceptance is shown with its version.
 */
export function ProposalCard({ card, acts, writes }: ProposalCardProps) {
  const t = useT();
  const answers = card.open && !card.mine;
  const withdraw = acts.withdrawAcceptance?.proposalId === card.id ? acts.withdrawAcceptance : null;
  return (
    <Card
      id={`proposition-${card.number}`}
      title={card.kind}
      aside={<Chip filled={card.yourTurn}>{card.yourTurn ? t('proposals:yourTurn') : card.state}</Chip>}
      meta={
        <>
          <UserText inline>{card.author}</UserText>. {card.current.heading}
        </>
      }
      actions={
        <>
          {answers && acts.accept ? <LinkButton to={acts.accept}>{t('proposals:accept')}</LinkButton> : null}
          {answers && acts.counter ? (
            <LinkButton to={acts.counter} look="secondary">
              {t('proposals:counter')}
            </LinkButton>
          ) : null}
          {card.open && card.mine && acts.edit ? (
            <LinkButton to={acts.edit} look="secondary">
              {t('proposals:edit')}
            </LinkButton>
          ) : null}
          {withdraw ? (
            <Form name="retrait">
              <input type="hidden" name="proposalId" value={withdraw.proposalId} />
              <Button look="secondary" compact name="intent" value="withdrawAcceptance">
                {t('proposals:withdrawAcceptance')}
              </Button>
            </Form>
          ) : null}
          {card.compare ? <a href={card.compare}>{t('proposals:compareWith')}</a> : null}
        </>
      }
    >
      <Version version={card.current} />
      {card.acceptances.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {card.revisions.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {answers && card.byMediator && writes ? (
        <p>
          {t('proposals:revision.where')} <a href="#discussion">{t('proposals:revision.write')}</a>
        </p>
      ) : null}
      {answers && acts.revision ? (
        <p>
          <a href={acts.revision}>{t('proposals:revision.link')}</a>
        </p>
      ) : null}
      {card.older.length + card.olderHeadings.length > 0 ? (
        <Details summary={`${t('proposals:olderVersions')} (${card.older.length + card.olderHeadings.length})`}>
          {card.older.map((version) => {
            const compare = card.compareOlder.find((each) => each.version === version.version);
            return (
              <section key={version.contentId} className="pc-old-version">
                <h3>{version.heading}</h3>
                <Version version={version} />
                {compare ? (
                  <a href={compare.to}>{t('proposals:compareVersions', { version: version.version })}</a>
                ) : null}
              </section>
            );
          })}
          {card.olderHeadings.map(({ version, heading }) => {
            const compare = card.compareOlder.find((each) => each.version === version);
            return (
              <section key={version} className="pc-old-version">
                <h3>{heading}</h3>
                {compare ? <a href={compare.to}>{t('proposals:compareVersions', { version })}</a> : null}
              </section>
            );
          })}
        </Details>
      ) : null}
    </Card>
  );
}

function Version({ version }: { version: CardData['current'] }) {
  const t = useT();
  return (
    <>
      <RemedyList remedies={version.remedies} />
      {version.total ? <p className="pc-total">{version.total}</p> : null}
      {version.terms.trim() ? (
        <>
          <p className="pc-terms-label">{t('proposals:terms')}</p>
          <blockquote className="pc-terms">
            <UserText>{version.terms}</UserText>
          </blockquote>
        </>
      ) : null}
    </>
  );
}
