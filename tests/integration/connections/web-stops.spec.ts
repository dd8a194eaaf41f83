import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from '@jest/globals';
import { eventually } from '#scripts/system/eventually.ts';
import { startWebProcess } from '#tests/kit/web-process.ts';

const body = 'email=nobody%40people.example&password=not-the-one';

/** A request that the server has in hand (it said 100 Continue) and whose body is still to come. */
async function requestInHand(origin: string) {
  const { hostname, port, host } = new URL(origin);
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk));
  socket.on('error', () => undefined);
  const type = 'application/x-www-form-urlencoded';
  const headers = [`Host: ${host}`, `Origin: ${origin}`, `Content-Type: ${type}`, `Content-Length: ${body.length}`];
  socket.write(['POST /connexion HTTP/1.1', ...headers, 'Expect: 100-continue', '', ''].join('\r\n'));
  await eventually(async () => answer.startsWith('HTTP/1.1 100'));
  answer = '';
  return { sendBody: () => socket.write(body), answer: () => answer };
}

test.each([
  ['told to stop, and told again', (child: ChildProcess) => [1, 2].forEach(() => child.kill('SIGTERM'))],
  ['interrupted', (child: ChildProcess) => child.kill('SIGINT')],
  ['left by who started it', (child: ChildProcess) => child.disconnect()],
])('%s with a request in hand, the web process takes no other, answers this one and ends', async (_, stop) => {
  const web = await startWebProcess();
  try {
    const { hostname, port } = new URL(web.origin);
    const request = await requestInHand(web.origin);
    const exit = once(web.child, 'exit');
    stop(web.child);
    await eventually(async () => web.log().includes('"stopping"'));
    const another = connect(Number(port), hostname);
    expect(
      await new Promise((resolve) =>
        another.once('connect', () => resolve('let in')).once('error', () => resolve('refused')),
      ),
    ).toBe('refused');
    request.sendBody();
    await eventually(async () => /^HTTP\/1\.1 [2-4]\d\d /.test(request.answer()));
    expect(await exit).toEqual([0, null]);
    expect(web.log()).toContain('"stopped"');
  } finally {
    await web.stop();
  }
});
