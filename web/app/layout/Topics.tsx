import { useRoot } from '../root-data.ts';
import { useT } from '../texts.tsx';

/** Headed paragraphs of a text page: each key has `.title` and `.text`; `{{email}}` is the office's address, and `params` what else they say. */
export function Topics({ keys, params = {} }: { keys: string[]; params?: Record<string, string> }) {
  const t = useT();
  const root = useRoot();
  const email = root?.settings.officeEmail ?? '';
  return (
    <>
      {keys.map((key) => (
        <section key={key} id={key.split('.').at(-1)}>
          <h2 className="qc-h3">{t(`${key}.title`)}</h2>
          <p>{t(`${key}.text`, { ...params, email })}</p>
        </section>
      ))}
    </>
  );
}
