import { expect, test } from 'vitest'
import { hostAllowed, pushHosts, robotHosts } from './host.rule.ts'

const operators = ['http://10.1.2.3:8080', 'https://relay.example.org']

test.each([
  ['https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1', 'known'],
  ['https://oapi.dingtalk.com/robot/send?access_token=1', 'known'],
  ['https://open.feishu.cn/open-apis/bot/v2/hook/1', 'known'],
  ['https://relay.example.org/hook', 'named'],
  ['http://10.1.2.3:8080/hook', 'named'],
  ['http://10.1.2.3:8081/hook', null],
  ['http://10.1.2.3/hook', null],
  ['https://relay.example.org:8443/hook', null],
  ['http://relay.example.org/hook', null],
  ['http://qyapi.weixin.qq.com/hook', null],
  ['https://qyapi.weixin.qq.com:8443/hook', null],
  ['https://qyapi.weixin.qq.com.example.org/hook', null],
  ['https://example.org/qyapi.weixin.qq.com', null],
  ['https://qyapi.weixin.qq.com@10.0.0.1/', null],
  ['https://user:word@qyapi.weixin.qq.com/', null],
  ['https://127.0.0.1/', null],
  ['https://[::1]/', null],
  ['https://localhost/', null],
  ['https://2130706433/', null],
  ['file:///etc/passwd', null],
  ['not an address', null],
])('%s is %s', (address, allowed) => {
  expect(hostAllowed(address, robotHosts, operators)).toBe(allowed)
})

test.each([
  ['https://fcm.googleapis.com/fcm/send/1', 'known'],
  ['https://updates.push.services.mozilla.com/wpush/v2/1', 'known'],
  ['https://web.push.apple.com/1', 'known'],
  ['https://wns2-par02p.notify.windows.com/w/?token=1', 'known'],
  ['https://push.services.mozilla.com.example.org/1', null],
  ['https://evilpush.apple.com/1', null],
])('a browser’s endpoint %s is %s', (address, allowed) => {
  expect(hostAllowed(address, pushHosts, [])).toBe(allowed)
})
