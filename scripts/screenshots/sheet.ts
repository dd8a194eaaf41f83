import { writeFile } from 'node:fs/promises';
import path from 'node:path';

export type Shot = { role: string; page: string; file: string; variant: string; problems: string[] };

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A contact sheet of every picture, by role and page; what is wrong is written under the picture. */
export async function writeSheet(folder: string, shots: Shot[]): Promise<void> {
  const groups = Map.groupBy(shots, (shot) => `${shot.role} · ${shot.page}`);
  const sections = [...groups].map(
    ([title, group]) =>
      `<h2>${escape(title)}</h2><div class="row">${group
        .map(
          (shot) => `<figure><a href="${escape(shot.file)}"><img loading="lazy" src="${escape(shot.file)}" alt=""></a>
<figcaption>${escape(shot.variant)}${shot.problems.map((problem) => `<b>${escape(problem)}</b>`).join('')}</figcaption></figure>`,
        )
        .join('')}</div>`,
  );
  const style = `body{font:14px sans-serif;margin:2rem}.row{display:flex;flex-wrap:wrap;gap:1rem}figure{margin:0;width:260px}
img{width:100%;max-height:420px;object-fit:cover;object-position:top;border:1px solid #ccc}b{display:block;color:#b00}`;
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Screenshots</title><style>${style}</style>
<h1>${shots.length} screenshots</h1>${sections.join('\n')}</html>`;
  await writeFile(path.join(folder, 'index.html'), html);
}
