import { start } from '#scripts/start/run.ts';

process.exit(await start('dev', process.argv.slice(2)));
