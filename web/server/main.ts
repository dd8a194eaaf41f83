import './built-react.ts';
import cluster from 'node:cluster';
import { readEnv } from '#config/env.ts';

/** The web process, or as many as `WEB_PROCESSES` says behind one port: this one then only keeps them up. */
const env = readEnv();
if (cluster.isPrimary && env.WEB_PROCESSES > 1) (await import('./several.ts')).keepSeveral(env);
else await (await import('./serve.ts')).serve(env);
