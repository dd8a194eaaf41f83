import account from './account.ts';
import checks from './checks.ts';
import common from './common.ts';
import errors from './errors.ts';
import forms from './forms.ts';
import help from './help.ts';
import layout from './layout.ts';
import turn from './turn.ts';
import upload from './upload.ts';

/** One namespace a file; the key is the file's name. */
export default { account, checks, common, errors, forms, help, layout, turn, upload };
