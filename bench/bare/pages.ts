import { readFileSync } from 'node:fs';
import express from 'express';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { Table, type TableData } from './table.ts';

/** The process of the bare page: Express, `renderToString`, rows kept in memory. `BENCH_TABLES`: a file of tables by name. */
const tables = JSON.parse(readFileSync(process.env['BENCH_TABLES']!, 'utf8')) as Record<string, TableData>;
const app = express();
app.get('/ready', (_request, response) => void response.send('ready'));
app.get('/:name', (request, response) => {
  const table = tables[request.params['name'] ?? ''];
  if (!table) return void response.status(404).send('no such table');
  const body = renderToString(createElement(Table, table));
  response.type('html').send(`<!doctype html><html lang="fr"><title>Dossiers</title><body>${body}</body></html>`);
});
const server = app.listen(Number(process.env['PORT']), '127.0.0.1');
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
});
