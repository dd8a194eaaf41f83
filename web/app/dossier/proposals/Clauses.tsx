import type { ReactNode } from 'react';
import type { Block } from '#content/documents/render-docx.ts';
import { UserText } from '../../ui/data/UserText.tsx';

/** A document's blocks on a page, in its order and words: headings, what is said, and lists under what they belong to. */
export function Clauses({ blocks }: { blocks: Block[] }) {
  const shown: ReactNode[] = [];
  let items: string[] = [];
  const list = () => {
    if (items.length > 0) shown.push(<Items key={`items ${shown.length}`} items={items} />);
    items = [];
  };
  for (const block of blocks) {
    if ('item' in block) {
      items.push(block.item);
      continue;
    }
    list();
    shown.push(<Clause key={shown.length} block={block} />);
  }
  list();
  return <>{shown}</>;
}

function Clause({ block }: { block: Exclude<Block, { item: string }> }) {
  if ('heading' in block) return <h3>{block.heading}</h3>;
  if ('subheading' in block) return <h4>{block.subheading}</h4>;
  if ('lead' in block) {
    return (
      <p>
        <strong>{block.lead}</strong>
      </p>
    );
  }
  if ('line' in block) return <UserText>{`${block.line.label} ${block.line.value}`}</UserText>;
  return (
    <div className="pc-clause">
      <UserText>{'quote' in block ? block.quote : block.text}</UserText>
    </div>
  );
}

function Items({ items }: { items: string[] }) {
  return (
    <ul>
      {items.map((item, index) => (
        <li key={index}>
          <UserText>{item}</UserText>
        </li>
      ))}
    </ul>
  );
}
