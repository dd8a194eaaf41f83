import absences from './absences.ts';
import participation from './participation.ts';
import account from './account.ts';
import reading from './reading.ts';
import office from './office/index.ts';
import filing from './filing.ts';
import demonstration from './demonstration.ts';
import directory from './directory.ts';
import checks from './checks.ts';
import common from './common.ts';
import engine from './engine.ts';
import errors from './errors/index.ts';
import figures from './figures.ts';
import policy from './policy.ts';
import factors from './factors.ts';
import forms from './forms.ts';
import help from './help.ts';
import layout from './layout.ts';
import lists from './lists.ts';
import live from './live.ts';
import turn from './turn.ts';
import upload from './upload.ts';
import visibility from './visibility.ts';
import documents from './documents.ts';
import dossier from './dossier/index.ts';
import proposals from './proposals.ts';
import queue from './queue.ts';
import mediation from './mediation.ts';
import messages from './messages.ts';

/** One namespace a file; the key is the file's name. */
export default {
  absences,
  account,
  office,
  filing,
  checks,
  common,
  demonstration,
  directory,
  documents,
  dossier,
  engine,
  errors,
  figures,
  policy,
  factors,
  forms,
  help,
  layout,
  lists,
  live,
  mediation,
  messages,
  participation,
  proposals,
  reading,
  queue,
  turn,
  upload,
  visibility,
};
