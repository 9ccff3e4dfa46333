import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Outcome, RobotKind } from './contract.ts'
import { outcomeOfRobot } from './robot-answer.rule.ts'
import { type Message, robotPost } from './robot-body.rule.ts'

const at = Temporal.Instant.from('2026-11-18T09:00:00.123+08:00')
const message: Message = {
  title: '有 6 件事要看',
  counts: '新派单 5 件，退回重办 1 件',
  lines: [
    {
      text: '20261118-1234567-8，占道经营，超时，柳巷社区',
      link: 'https://linli.example.org/console/cases/1',
    },
  ],
  rest: '还有 5 件没有列出',
  link: { text: '打开邻里', address: 'https://linli.example.org/console/notices' },
}
const keys = { address: 'https://robot.example.org/send?access_token=abc', secret: 'SEC-of-the-group' }

describe('the form of each vendor', () => {
  test('WeCom: Markdown, and no signature', () => {
    const { address, body } = robotPost('wecom', { ...keys, secret: null }, message, at)
    expect(address).toBe(keys.address)
    const { msgtype, markdown } = JSON.parse(body)
    expect(msgtype).toBe('markdown')
    expect(markdown.content.split('\n\n')).toEqual([
      '**有 6 件事要看**',
      '新派单 5 件，退回重办 1 件',
      '[20261118-1234567-8，占道经营，超时，柳巷社区](https://linli.example.org/console/cases/1)',
      '还有 5 件没有列出',
      '[打开邻里](https://linli.example.org/console/notices)',
    ])
  })

  test('DingTalk: Markdown with a title, signed in the address', () => {
    const { address, body } = robotPost('dingtalk', keys, message, at)
    const { searchParams } = new URL(address)
    const timestamp = '1794963600123'
    expect(String(at.epochMilliseconds)).toBe(timestamp)
    const sign = createHmac('sha256', keys.secret).update(`${timestamp}\n${keys.secret}`).digest('base64')
    expect(Object.fromEntries(searchParams)).toEqual({ access_token: 'abc', timestamp, sign })
    expect(JSON.parse(body)).toMatchObject({ msgtype: 'markdown', markdown: { title: message.title } })
    expect(robotPost('dingtalk', { ...keys, secret: null }, message, at).address).toBe(keys.address)
  })

  test('Feishu: a post, signed in the body by seconds', () => {
    const { address, body } = robotPost('feishu', keys, message, at)
    const sent = JSON.parse(body)
    const sign = createHmac('sha256', `1794963600\n${keys.secret}`).update('').digest('base64')
    expect([address, sent.timestamp, sent.sign, sent.msg_type]).toEqual([
      keys.address,
      '1794963600',
      sign,
      'post',
    ])
    const { title, content } = sent.content.post.zh_cn
    expect(title).toBe(message.title)
    expect(content[1]).toEqual([{ tag: 'a', text: message.lines[0]!.text, href: message.lines[0]!.link }])
    expect(JSON.parse(robotPost('feishu', { ...keys, secret: null }, message, at).body).sign).toBeUndefined()
  })

  test.each(['wecom', 'dingtalk', 'feishu'] as const)(
    '%s: a name cannot add a mark, a link or a line',
    (kind) => {
      const text = '占道](https://evil.example.org)\n\n# <@all> **大**'
      const { body } = robotPost(kind, keys, { ...message, lines: [{ text, link: null }] }, at)
      expect(body).not.toMatch(/\]\(https:\/\/evil|<@all>|\\n# /)
      expect(body).toContain('占道 https://evil.example.org @all 大')
    },
  )

  test('what is too long for WeCom is left out line by line', () => {
    const lines = Array.from({ length: 5 }, () => ({ text: '长'.repeat(400), link: null }))
    const { markdown } = JSON.parse(robotPost('wecom', keys, { ...message, lines }, at).body)
    expect(Buffer.byteLength(markdown.content)).toBeLessThanOrEqual(4000)
    expect(markdown.content.endsWith('长')).toBe(true)
  })
})

const answers: readonly (readonly [RobotKind, number, string, Outcome])[] = [
  ['wecom', 200, '{"errcode":0,"errmsg":"ok"}', 'sent'],
  ['wecom', 200, '{"errcode":45009,"errmsg":"api freq out of limit"}', 'rate_limited'],
  ['wecom', 200, '{"errcode":93000,"errmsg":"invalid webhook url"}', 'bad_key'],
  ['wecom', 200, '{"errcode":-1}', 'busy'],
  ['wecom', 200, '{"errcode":40058}', 'refused'],
  ['wecom', 200, '<html>please sign in</html>', 'refused'],
  ['wecom', 200, '', 'refused'],
  ['wecom', 200, 'null', 'refused'],
  ['wecom', 200, '{"errcode":"0"}', 'refused'],
  ['dingtalk', 200, '{"errcode":0}', 'sent'],
  ['dingtalk', 200, '{"errcode":130101,"errmsg":"send too fast"}', 'rate_limited'],
  ['dingtalk', 200, '{"errcode":310000,"errmsg":"sign not match"}', 'bad_signature'],
  ['dingtalk', 200, '{"errcode":300001,"errmsg":"token is not exist"}', 'bad_key'],
  ['dingtalk', 200, '{"errcode":400106}', 'gone'],
  ['feishu', 200, '{"code":0,"msg":"success"}', 'sent'],
  ['feishu', 200, '{"StatusCode":0,"StatusMessage":"success"}', 'sent'],
  ['feishu', 200, '{"code":11232,"msg":"frequency limited"}', 'rate_limited'],
  ['feishu', 200, '{"code":19021,"msg":"sign match fail"}', 'bad_signature'],
  ['feishu', 200, '{"code":19024,"msg":"Key Words Not Found"}', 'bad_signature'],
  ['feishu', 200, '{"code":9499,"msg":"Bad Request"}', 'refused'],
  ['feishu', 400, '{"code":9499}', 'refused'],
  ['wecom', 302, '', 'refused'],
  ['wecom', 403, '', 'bad_key'],
  ['wecom', 404, '', 'gone'],
  ['wecom', 429, '', 'rate_limited'],
  ['dingtalk', 502, '{"errcode":0}', 'busy'],
]
test.each(answers)('%s answers %i %s: %s', (kind, status, body, outcome) => {
  expect(outcomeOfRobot(kind, status, body)).toBe(outcome)
})
