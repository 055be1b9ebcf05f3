// usage: node signatures.js COUNT
// Has the vendor's client sign random requests and sends none. A line each: the method, the query or form as it would be
// sent, the string that was signed, the signature.
'use strict';
const httpx = require('httpx');
const kitx = require('kitx');
const Core = require('@alicloud/pop-core');

let signed = [];
const sha1 = kitx.sha1;
kitx.sha1 = (text, key, encoding) => {
  const signature = sha1(text, key, encoding);
  signed = [text, signature];
  return signature;
};
httpx.request = async (url, options) => {
  const method = options.method || 'GET';
  const sent = method === 'POST' ? options.data : url.slice(url.indexOf('?') + 1);
  process.stdout.write([method, sent, ...signed].join('\t') + '\n');
  return { req: { getHeaders: () => ({}) }, statusCode: 200, headers: {} };
};
httpx.read = async () => '{}';

let seed = 1;
const random = (below) => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor(seed / 65536) % below;
};
const character = () => {
  if (random(4) > 0) return String.fromCodePoint(32 + random(95));
  const ranges = [[0, 0x20], [0x7f, 0x800], [0x800, 0xd800], [0xe000, 0x10000], [0x10000, 0x110000]];
  const [first, end] = ranges[random(ranges.length)];
  return String.fromCodePoint(first + ((random(32768) * 32768 + random(32768)) % (end - first)));
};
const text = (most) => Array.from({ length: random(most + 1) }, character).join('');
const name = () => String.fromCharCode(65 + random(26)) + Array.from({ length: random(12) }, () =>
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-~'[random(66)]).join('');

(async () => {
  const client = new Core({ accessKeyId: 'testid', accessKeySecret: 'testsecret', endpoint: 'http://localhost', apiVersion: '2014-05-15' });
  for (let i = 0; i < Number(process.argv[2]); ++i) {
    const params = { RegionId: 'cn-hangzhou' };
    for (let k = random(6); k > 0; --k) params[name()] = random(5) > 0 ? text(60) : [{ Key: text(8), Value: text(8) }, text(5)];
    await client.request('RemoveBackendServers', params, { method: i % 2 ? 'POST' : 'GET' });
  }
})();
