import words from '#content/texts/fr/live.ts';
import { typesetAll } from '#content/texts/typography.ts';
import { startLive } from './start.ts';

startLive(typesetAll(words));
