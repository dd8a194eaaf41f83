import type { Shape } from '../shape.ts';
import type fr from '../fr/figures.ts';

const texts: Shape<typeof fr> = {
  title: 'Figures',
  intro:
    'These figures follow the codes issued in the period, as far as each has come today. Nothing of what the parties say to each other is in them.',
  rounding:
    'Numbers are rounded to the nearest multiple of 5, and “fewer than 5” stands for the smallest: no subtraction reveals a small number. A time is given from 5 files on; that of nine files in ten, from 20 on.',
  at: 'Counted on {{date}}; counted again after ten minutes.',
  from: 'From',
  to: 'To',
  show: 'Show these months',
  file: 'Download the figures (CSV)',
  fileName: 'figures-{{from}}-{{to}}.csv',
  few: 'fewer than 5',
  tooFew: 'too few files',
  table: 'Table',
  what: 'Step',
  number: 'Number',
  median: 'Half of the files',
  most: 'Nine files in ten',
  upTo: '{{days}} at most',
  reached: {
    title: 'From code to agreement',
    description: 'How many of the codes issued in the period led to each step.',
    issued: 'Codes issued',
    opened: 'Files created',
    submitted: 'Files submitted',
    taken: 'Files taken in charge',
    mediated: 'Mediations begun',
    agreed: 'Agreements',
  },
  spans: {
    title: 'Time to each step',
    description: 'In how many days half of the files, then nine files in ten, went from one step to another.',
    opened: 'From the code to the file created',
    submitted: 'From creation to submission',
    taken: 'From submission to being taken in charge',
    mediated: 'From being taken in charge to mediation begun',
    agreed: 'From submission to the agreement',
    closed: 'From submission to closing, whatever it was',
  },
  silent: {
    title: 'Silent merchants',
    description: 'Those that left a file of the period without anybody in charge for more than {{days}}.',
    merchants: 'Merchants',
    dossiers: 'Files left without an answer',
    link: 'See those that are not answering now',
  },
  mediators: {
    title: 'Load of mediation',
    description: 'Mediations under way today by person, and those that began in the period.',
    name: 'Person',
    now: 'Under way',
    begun: 'Begun in the period',
    none: 'No mediator’s account is open.',
    busy: '{{count}} under way',
  },
};

export default texts;
