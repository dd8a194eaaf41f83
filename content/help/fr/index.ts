import type { HelpTheme } from '#contracts/pages/index.ts';
import type { HelpText } from '../types.ts';
import { caseLaw } from './case-law.ts';
import { contact } from './contact.ts';
import { mediation } from './mediation.ts';
import { merchants } from './merchants.ts';
import { negotiation } from './negotiation.ts';
import { participants } from './participants.ts';
import { process } from './process.ts';
import { questions } from './questions.ts';
import { remedies } from './remedies.ts';
import { solutions } from './solutions.ts';

export const french: Record<HelpTheme, HelpText> = {
  process,
  participants,
  solutions,
  negotiation,
  caseLaw,
  mediation,
  merchants,
  remedies,
  questions,
  contact,
};
