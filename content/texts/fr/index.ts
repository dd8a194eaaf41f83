import common from './common.ts';

/** One namespace a file; the key is the file's name. */
export default { common };
