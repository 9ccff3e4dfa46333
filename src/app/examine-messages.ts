import { mailFor } from '../notices/door.ts'
import type { District } from '../platform/ctx.ts'
import type { Settings } from '../platform/settings.ts'
import type { Finding } from './doctor.ts'
import { isReachable, placeOf } from './reachable.ts'

type Examined = Pick<District, 'demonstration'>
type Told = Pick<Settings, 'messages' | 'oidc'>

/** What is set up for messages that leave the house, and for single sign-on; whether it can be reached from here. */
export const examineMessages = (district: Examined, settings: Told): Promise<Finding[]> =>
  Promise.all([mail(district, settings), links(settings), hosts(settings), oidc(settings)])

async function mail(district: Examined, { messages }: Told): Promise<Finding> {
  const name = 'mail'
  if (messages.mail === null)
    return {
      name,
      isGood: true,
      zh: '没有设邮件服务器：不能用邮箱收消息（设 LINLI_CODE_SMTP 和 LINLI_CODE_FROM 即可）',
      en: 'no mail server is set: messages cannot come by mail (set LINLI_CODE_SMTP and LINLI_CODE_FROM)',
    }
  const { host, port } = messages.mail
  if (mailFor({ district, messages }) === null)
    return {
      name,
      isGood: true,
      zh: `演示区不往外发邮件（要试，就在 LINLI_MESSAGE_HOSTS 里写上 ${host} 的地址）`,
      en: `a demonstration sends no mail (to try it, name an address of ${host} in LINLI_MESSAGE_HOSTS)`,
    }
  const isGood = await isReachable(host, port)
  return {
    name,
    isGood,
    zh: `邮件服务器 ${host}:${port}${isGood ? ' 可以连上' : ' 连不上；请核对 LINLI_CODE_SMTP、网络和防火墙'}`,
    en: `the mail server ${host}:${port} ${isGood ? 'can be reached' : 'cannot be reached; check LINLI_CODE_SMTP, the network and the firewall'}`,
  }
}

async function links({ messages: { address } }: Told): Promise<Finding> {
  return {
    name: 'address',
    isGood: true,
    zh:
      address === null
        ? '没有设本系统的网址：消息里没有链接（设 LINLI_ADDRESS 即可）'
        : `消息里的链接以 ${address} 开头`,
    en:
      address === null
        ? 'the address of this installation is not set: messages have no links (set LINLI_ADDRESS)'
        : `links in messages begin with ${address}`,
  }
}

/** Those that the operator named; the vendors' own are not asked. */
async function hosts({ messages }: Told): Promise<Finding> {
  const found = await Promise.all(
    messages.hosts.map(async (origin) => {
      const { host, port } = placeOf(origin)
      return { origin, isThere: await isReachable(host, port) }
    }),
  )
  const silent = found.filter(({ isThere }) => !isThere).map(({ origin }) => origin)
  const named = messages.hosts.join(' ')
  if (silent.length > 0)
    return {
      name: 'message hosts',
      isGood: false,
      zh: `消息要经过的地址连不上：${silent.join(' ')}；请核对 LINLI_MESSAGE_HOSTS、网络和防火墙`,
      en: `messages cannot reach ${silent.join(' ')}; check LINLI_MESSAGE_HOSTS, the network and the firewall`,
    }
  return {
    name: 'message hosts',
    isGood: true,
    zh: named === '' ? '消息只发往已知的服务，没有另外指定地址' : `消息另外可以发往：${named}`,
    en:
      named === ''
        ? 'messages go to the known services alone; no other address is named'
        : `messages may also go to ${named}`,
  }
}

async function oidc({ oidc: settings }: Told): Promise<Finding> {
  const name = 'single sign-on'
  if (settings === null)
    return {
      name,
      isGood: true,
      zh: '没有设统一身份认证：工作人员用账号名和密码登录（LINLI_OIDC_ISSUER、CLIENT、SECRET、CALLBACK 四项都设才启用）',
      en: 'no single sign-on is set: staff sign in by name and password (it needs all of LINLI_OIDC_ISSUER, CLIENT, SECRET and CALLBACK)',
    }
  const { host, port } = placeOf(settings.issuer)
  const isGood = await isReachable(host, port)
  return {
    name,
    isGood,
    zh: `统一身份认证 ${host}:${port}${isGood ? ' 可以连上' : ' 连不上；请核对 LINLI_OIDC_ISSUER、网络和防火墙'}，登录后回到 ${settings.callback}`,
    en: `single sign-on at ${host}:${port} ${isGood ? 'can be reached' : 'cannot be reached; check LINLI_OIDC_ISSUER, the network and the firewall'}; it sends people back to ${settings.callback}`,
  }
}
