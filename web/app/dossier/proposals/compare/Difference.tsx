import { useT } from '../../../texts.tsx';
import { Notice } from '../../../ui/messages/Notice.tsx';
import { UserText } from '../../../ui/data/UserText.tsx';
import type { DifferenceData } from '../../types.ts';

/** What differs between two proposals, marked by words and marks, with the gap in dollars (B-13, A-13). */
export function Difference({ difference }: { difference: DifferenceData }) {
  const t = useT();
  if (difference.same) return <Notice kind="neutral" title={t('proposals:compare.same')} />;
  return (
    <section aria-labelledby="differences" className="pc-difference">
      <h2 id="differences">{t('proposals:compare.differences')}</h2>
      <p className="pc-gap">
        <strong>{t('proposals:compare.gapTitle')}</strong>
        <br />
        {difference.gap}
      </p>
      {difference.remedies.map((remedy) => (
        <div key={remedy.label} className={`pc-change pc-change-${remedy.change}`}>
          <h3>
            <span className="pc-change-word">{remedy.changeText}</span> {remedy.label}
          </h3>
          {remedy.change === 'same' || remedy.fields.length === 0 ? null : (
            <table className="pc-table" role="table">
              <caption className="qc-sr-only">{remedy.label}</caption>
              <thead role="rowgroup">
                <tr role="row">
                  <th scope="col" role="columnheader">
                    {t('proposals:compare.field')}
                  </th>
                  <th scope="col" role="columnheader">
                    {t('proposals:compare.before')}
                  </th>
                  <th scope="col" role="columnheader">
                    {t('proposals:compare.after')}
                  </th>
                </tr>
              </thead>
              <tbody role="rowgroup">
                {remedy.fields.map((field) => (
                  <tr key={field.label} role="row">
                    <th scope="row" role="rowheader">
                      {field.label} <span className="pc-change-word">{field.changeText}</span>
                    </th>
                    <td role="cell" data-label={t('proposals:compare.before')}>
                      <UserText inline>{field.before}</UserText>
                    </td>
                    <td role="cell" data-label={t('proposals:compare.after')}>
                      <UserText inline>{field.after}</UserText>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      ))}
      <h3>{t('proposals:compare.terms')}</h3>
      {difference.termsChanged ? <Terms parts={difference.terms} /> : <p>{t('proposals:compare.termsSame')}</p>}
    </section>
  );
}

function Terms({ parts }: { parts: DifferenceData['terms'] }) {
  const t = useT();
  const apart = parts.every((part) => part.change !== 'same');
  return (
    <div className={`pc-user-text pc-diff-text${apart ? ' pc-diff-apart' : ''}`} dir="auto">
      {parts.map((part, position) => {
        if (part.change === 'same') return <span key={position}>{part.text}</span>;
        const Mark = part.change === 'added' ? 'ins' : 'del';
        const word = t(part.change === 'added' ? 'proposals:compare.addedWords' : 'proposals:compare.removedWords');
        return (
          <Mark key={position}>
            <span className="qc-sr-only"> [{word} </span>
            {part.text}
            <span className="qc-sr-only">, {t('proposals:compare.endMark')}] </span>
          </Mark>
        );
      })}
    </div>
  );
}
