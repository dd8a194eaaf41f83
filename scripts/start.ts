import { start } from '#scripts/start/run.ts';

process.exit(await start('start', process.argv.slice(2)));
