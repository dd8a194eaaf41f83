import words from '#content/texts/fr/forms.ts';
import { typesetAll } from '#content/texts/typography.ts';
import { startKeeping } from './start.ts';

startKeeping(typesetAll(words));
