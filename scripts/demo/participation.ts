import { participationForm } from '#contracts/schemas/participation.ts';
import { idOf } from '#db/key-id.ts';
import { participationById } from '#db/participation/requests.ts';
import type { ServiceDeps } from '#web/server/services/deps.ts';
import { sendParticipation } from '#web/server/services/participation/send.ts';

/** A company that asks to take part and waits for the Office (F-014). */
export async function askToTakePart({ env, ...deps }: ServiceDeps): Promise<void> {
  const key = idOf('demo-participation', 'waiting');
  // Run again, it is not even counted.
  if (await participationById(deps.db, key)) return;
  const form = participationForm.parse({
    legalName: 'Les Vélos du Canal inc.',
    tradeNames: 'Vélos du Canal\nAtelier du Canal',
    neq: '1171234560',
    email: 'info@velosducanal.example',
    phone: '514 555-0160',
    addressLine: '1900, rue Saint-Patrick',
    city: 'Montréal',
    province: 'QC',
    postalCode: 'H3K 1B5',
    establishments: 'Atelier du Canal, 55, rue Notre-Dame, Lachine H8S 2C3',
    respondent: {
      firstName: 'Mireille',
      lastName: 'Arsenault',
      email: 'mireille.arsenault@velosducanal.example',
      phone: '514 555-0161',
    },
    representatives: {
      1: { firstName: 'Thomas', lastName: 'Nadeau', email: 'thomas.nadeau@velosducanal.example' },
    },
    filledBy: 'respondent',
    language: 'fr',
    undertaking: 'yes',
  });
  await sendParticipation({ ...deps, secrets: env.secrets }, { form, key, ip: '127.0.0.1', language: 'fr' });
}
