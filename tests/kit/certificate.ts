import { generateKeyPairSync, sign } from 'node:crypto';

/**
 * A certificate that signs itself, for `localhost` and 127.0.0.1, good for an hour either way of now (RFC 5280): for servers of tests that
 * speak TLS. Whoever is to trust it is given it as an authority.
 *
 * @returns both in PEM.
 */
export function selfSigned(): { key: string; certificate: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ecdsaWithSha256 = sequence(tag(0x06, Buffer.from('2a8648ce3d040302', 'hex')));
  const name = sequence(
    tag(0x31, sequence(tag(0x06, Buffer.from('550403', 'hex')), tag(0x0c, Buffer.from('localhost')))),
  );
  const names = sequence(tag(0x82, Buffer.from('localhost')), tag(0x87, Buffer.from([127, 0, 0, 1])));
  const subjectAltName = sequence(tag(0x06, Buffer.from('551d11', 'hex')), tag(0x04, names));
  const signed = sequence(
    tag(0xa0, tag(0x02, Buffer.from([2]))),
    tag(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    name,
    sequence(moment(-3_600_000), moment(3_600_000)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tag(0xa3, sequence(subjectAltName)),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', signed, privateKey)]);
  const whole = sequence(signed, ecdsaWithSha256, tag(0x03, signature)).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    certificate: `-----BEGIN CERTIFICATE-----\n${whole.replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
  };
}

/** An element of DER: its tag, its length, its content. */
function tag(number: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([number, ...size]), content]);
}

const sequence = (...parts: Buffer[]): Buffer => tag(0x30, Buffer.concat(parts));

/** UTCTime, in seconds. */
const moment = (fromNow: number): Buffer =>
  tag(
    0x17,
    Buffer.from(
      `${new Date(Date.now() + fromNow)
        .toISOString()
        .replaceAll(/[-:T]|\.\d+/g, '')
        .slice(2)}`,
    ),
  );
