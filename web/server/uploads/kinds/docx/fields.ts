import { elements } from './relations.ts';

/** Commands by which a field asks another program for data, or takes in what stands elsewhere (ECMA-376 part 1 §17.16.5). */
const commands =
  /(?:^|[\s"{\\])(DDEAUTO|DDE|(?:INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|RD)\s[^{}]*(?:[a-z][a-z0-9+.-]+:\/\/|\\\\\\\\|\/\/))/i;

/** Whether a part of the text holds a field that runs a program, or fetches from a network. */
export function fetchesByField(xml: string): boolean {
  const written = [...xml.matchAll(/<(?:\w+:)?(?:instrText|delInstrText)(?:\s[^<>]*)?>([^<]*)</g)]
    .map(([, text = '']) => text)
    .join('');
  const simple = xml.includes('fldSimple')
    ? elements(xml, 'fldSimple').map((each) => each['w:instr'] ?? each['instr'] ?? '')
    : [];
  return [written, ...simple].some((text) => commands.test(text.replaceAll('&quot;', '"')));
}
