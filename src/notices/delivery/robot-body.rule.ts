import { createHmac } from 'node:crypto'
import type { RobotKind } from './contract.ts'

/** A message as it is put together, before a vendor's form is given to it. Moments and names are words by now. */
export interface Message {
  readonly title: string
  /** How many of what, where there is more than one. */
  readonly counts: string | null
  readonly lines: readonly { readonly text: string; readonly link: string | null }[]
  /** What is not among the lines, and where it all stands. */
  readonly rest: string | null
  readonly link: { readonly text: string; readonly address: string } | null
}

/** Where a robot is and what opens it. */
export interface RobotKeys {
  readonly address: string
  readonly secret: string | null
}

/** What is posted, and where. */
export interface RobotPost {
  readonly address: string
  readonly body: string
}

/** What would be a mark of Markdown or a line of its own in a name is none. */
const plain = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]()<>#|~]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

const linked = (text: string, address: string | null): string =>
  address === null ? plain(text) : `[${plain(text)}](${address})`

/** Markdown as WeCom and DingTalk read it: few marks, a blank line between paragraphs. */
function markdownOf({ title, counts, lines, rest, link }: Message): string {
  return [
    `**${plain(title)}**`,
    ...(counts === null ? [] : [plain(counts)]),
    ...lines.map((line) => linked(line.text, line.link)),
    ...(rest === null ? [] : [plain(rest)]),
    ...(link === null ? [] : [linked(link.text, link.address)]),
  ].join('\n\n')
}

/** WeCom takes 4096 bytes of Markdown, and cuts none itself: a line that would go beyond is left out. */
const mostBytes = 4000

function cut(text: string): string {
  let kept = ''
  for (const part of text.split('\n\n')) {
    const next = kept === '' ? part : `${kept}\n\n${part}`
    if (Buffer.byteLength(next) > mostBytes) break
    kept = next
  }
  return kept
}

/**
 * The form of each vendor:
 * - WeCom (企业微信 群机器人配置说明, developer.work.weixin.qq.com/document/path/91770): `markdown`, no signature.
 * - DingTalk (钉钉 自定义机器人接入, open.dingtalk.com/document/robots/custom-robot-access): `markdown`; signed by HMAC-SHA256
 *   of milliseconds, a line end and the secret, under the secret, in base64 in the address.
 * - Feishu (飞书 自定义机器人使用指南, open.feishu.cn/document/client-docs/bot-v3/add-custom-bot): `post`; signed by HMAC-SHA256
 *   of nothing under seconds, a line end and the secret, in base64 in the body.
 */
export function robotPost(
  kind: RobotKind,
  { address, secret }: RobotKeys,
  message: Message,
  at: Temporal.Instant,
): RobotPost {
  if (kind === 'wecom') {
    const content = cut(markdownOf(message))
    return { address, body: JSON.stringify({ msgtype: 'markdown', markdown: { content } }) }
  }
  if (kind === 'dingtalk') {
    const markdown = { title: plain(message.title), text: cut(markdownOf(message)) }
    return {
      address: dingtalkAddress(address, secret, at),
      body: JSON.stringify({ msgtype: 'markdown', markdown }),
    }
  }
  return { address, body: JSON.stringify({ ...feishuSignature(secret, at), ...feishuPost(message) }) }
}

function dingtalkAddress(address: string, secret: string | null, at: Temporal.Instant): string {
  if (secret === null) return address
  const timestamp = String(at.epochMilliseconds)
  const signed = new URL(address)
  signed.searchParams.set('timestamp', timestamp)
  signed.searchParams.set(
    'sign',
    createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'),
  )
  return signed.href
}

function feishuSignature(secret: string | null, at: Temporal.Instant): object {
  if (secret === null) return {}
  const timestamp = String(Math.floor(at.epochMilliseconds / 1000))
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).digest('base64') }
}

function feishuPost({ title, counts, lines, rest, link }: Message): object {
  const text = (words: string) => [{ tag: 'text', text: plain(words) }]
  const anchor = (words: string, href: string | null) =>
    href === null ? text(words) : [{ tag: 'a', text: plain(words), href }]
  const content = [
    ...(counts === null ? [] : [text(counts)]),
    ...lines.map((line) => anchor(line.text, line.link)),
    ...(rest === null ? [] : [text(rest)]),
    ...(link === null ? [] : [anchor(link.text, link.address)]),
  ]
  return { msg_type: 'post', content: { post: { zh_cn: { title: plain(title), content } } } }
}
