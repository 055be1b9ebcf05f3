// usage: node client.js ENDPOINT - a life of a vServer group by the vendor's client, against the emulator there.
'use strict';
const assert = require('assert');
const Core = require('@alicloud/pop-core');

(async () => {
  const endpoint = process.argv[2];
  const connect = (accessKeySecret) => new Core({ accessKeyId: 'testid', accessKeySecret, endpoint, apiVersion: '2014-05-15' });
  const client = connect('testsecret');
  let calls = 0;
  const call = (action, params, method) => {
    ++calls;
    return client.request(action, { RegionId: 'cn-hangzhou', ...params }, { method });
  };
  for (const method of ['GET', 'POST']) {
    const servers = JSON.stringify([{ ServerId: 'vm-1', Port: 80, Description: 'it\'s "后端" & 100%+' }]);
    const made = await call('CreateVServerGroup', { LoadBalancerId: 'lb-1', VServerGroupName: '网', BackendServers: servers,
      Tag: [{ Key: 'team', Value: 'a b' }] }, method);
    const group = { VServerGroupId: made.VServerGroupId };
    assert.strictEqual(made.BackendServers.BackendServer[0].Weight, 100);
    assert.strictEqual(made.BackendServers.BackendServer[0].Description, 'it\'s "后端" & 100%+');
    const left = await call('RemoveVServerGroupBackendServers', { ...group, BackendServers: "[{'ServerId':'vm-1','Port':'80'}]" }, method);
    assert.deepStrictEqual(left.BackendServers.BackendServer.length, 0);
    const groups = await call('DescribeVServerGroups', { LoadBalancerId: 'lb-1' }, method);
    assert.strictEqual(groups.VServerGroups.VServerGroup[0].Tags.Tag[0].TagValue, 'a b');
    await call('DeleteVServerGroup', group, method);
    await assert.rejects(call('DeleteVServerGroup', group, method), { code: 'InvalidParameter' });
  }
  await assert.rejects(connect('other').request('DescribeVServerGroups', {}), { code: 'SignatureDoesNotMatch' });
  console.log(`${calls} calls by the vendor's client were understood`);
  process.exit(0);  // it keeps its connections
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
