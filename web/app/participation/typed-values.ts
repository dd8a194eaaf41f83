import type { ParticipationForm } from '#contracts/schemas/participation.ts';

/** A form that was sent, as its fields hold it, to be corrected; the undertaking is given anew. */
export function typedParticipation({ representatives, sender, ...form }: ParticipationForm): Record<string, unknown> {
  return {
    ...form,
    tradeNames: form.tradeNames.join('\n'),
    establishments: form.establishments.join('\n'),
    representatives: Object.fromEntries(representatives.map((person, at) => [String(at + 1), person])),
    sender: sender ?? {},
  };
}
