import type { Reader } from '#content/reader.ts';
import type { DeclarationFacts } from '#web/server/services/dossier/mediation/declaration.ts';

/** Who is concerned, and what may be declared, in words. */
export function presentDeclaration(reader: Reader, facts: DeclarationFacts) {
  const { t, label } = reader;
  const { consumer, representative, merchant, handler } = facts;
  const people = (party: string, person: string | null) =>
    person && person !== party ? t('mediation:declare.through', { party, person }) : party;
  return {
    names: [
      { label: t('mediation:declare.consumer'), value: people(consumer, representative) },
      { label: t('mediation:declare.merchant'), value: people(merchant, handler) },
    ],
    kind: label('problemKinds', facts.problemKind),
    reasons: reader.choices('recusalReasons').map(({ code }) => ({
      value: code,
      label: t(`mediation:declare.reasons.${code === 'conflit_interets' || code === 'absence' ? code : 'autre'}`),
    })),
  };
}
