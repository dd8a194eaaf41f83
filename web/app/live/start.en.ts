import words from '#content/texts/en/live.ts';
import { startLive } from './start.ts';

startLive(words);
