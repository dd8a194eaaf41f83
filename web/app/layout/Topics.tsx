import { useRoot } from '../root-data.ts';
import { useT } from '../texts.tsx';

/** Headed paragraphs of a text page: each key has `.title` and `.text`; `{{email}}` is the office's address. */
export function Topics({ keys }: { keys: string[] }) {
  const t = useT();
  const root = useRoot();
  const email = root?.settings.officeEmail ?? '';
  return (
    <>
      {keys.map((key) => (
        <section key={key} id={key.split('.').at(-1)}>
          <h2 className="qc-h3">{t(`${key}.title`)}</h2>
          <p>{t(`${key}.text`, { email })}</p>
        </section>
      ))}
    </>
  );
}
