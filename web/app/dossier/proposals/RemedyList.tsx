import type { RemedyLines } from '#content/texts/remedy-lines.ts';
import { UserText } from '../../ui/data/UserText.tsx';

/** Remedies as a list, each with its amounts and dates. */
export function RemedyList({ remedies }: { remedies: RemedyLines[] }) {
  return (
    <ol className="pc-remedies">
      {remedies.map((remedy) => (
        <li key={remedy.code}>
          <strong>{remedy.label}</strong>
          {remedy.lines.length > 0 ? (
            <dl className="pc-remedy-lines">
              {remedy.lines.map((line) => (
                <div key={line.field}>
                  <dt>{line.label}</dt>
                  <dd>{line.long ? <UserText>{line.value}</UserText> : <UserText inline>{line.value}</UserText>}</dd>
                </div>
              ))}
            </dl>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
