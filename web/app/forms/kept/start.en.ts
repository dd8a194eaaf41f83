import words from '#content/texts/en/forms.ts';
import { startKeeping } from './start.ts';

startKeeping(words);
