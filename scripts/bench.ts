import { bench } from '#bench/main.ts';

await bench();
