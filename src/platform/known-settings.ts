import { isIP } from 'node:net'
import { z } from 'zod'

/** Demonstration passwords are public, so opening them to a network has to be said in so many words. */
export const openDemoWords = 'demonstration-accounts-open-to-the-network'

/** An address, or a network of them as in 10.0.0.0/8. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return more.length === 0 && most > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && +bits <= most))
}

/** `https://host/{z}/{x}/{y}.png` or `/tiles/…`; the host is fixed, since the pages are let through to that one alone. */
function isTileTemplate(text: string): boolean {
  if (!['{z}', '{x}', '{y}'].every((part) => text.includes(part))) return false
  if (/[\s;,'"]/.test(text)) return false
  if (/^\/[^/]/.test(text)) return true
  const host = /^https?:\/\/([^/?#]+)[/?]/.exec(text)?.[1]
  return host !== undefined && !/[{}@*]/.test(host) && URL.canParse(text)
}

const mailAddress = /^[\w.+-]+@[\w-]+(\.[\w-]+)*$/

/** Scheme, host and port, and nothing behind them. */
const isOrigin = (text: string): boolean =>
  /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text

/** JSON whose texts hold the places of telephone and code. */
function isCodeBody(text: string): boolean {
  try {
    JSON.parse(text)
  } catch {
    return false
  }
  return text.includes('{phone}') && text.includes('{code}')
}

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number)
    .pipe(z.int().min(from).max(to))

/** Each setting: what it must be (in both languages), how it is read, and its value when it is not set. */
export const known = {
  LINLI_DATA: {
    zh: '应为文件夹路径，如 ./data',
    en: 'must be the path of a folder, such as ./data',
    schema: z.string(),
    unset: './data',
  },
  LINLI_PORT: {
    zh: '应为 1 到 65535 的端口号，如 3000',
    en: 'must be a port number from 1 to 65535, such as 3000',
    schema: wholeNumber(1, 65_535),
    unset: '3000',
  },
  LINLI_HOST: {
    zh: '应为主机名或 IP 地址，如 127.0.0.1',
    en: 'must be a host name or an IP address, such as 127.0.0.1',
    schema: z.string().regex(/^[\w.:-]+$/),
    unset: '127.0.0.1',
  },
  DATABASE_URL: {
    zh: '应形如 postgres://用户:口令@主机:5432/库名；不设则使用自带的 PostgreSQL',
    en: 'must look like postgres://user:password@host:5432/database; leave it out to use the PostgreSQL that comes with Linli',
    schema: z.url({ protocol: /^postgres(ql)?$/ }),
    unset: undefined,
  },
  LINLI_DISTRICT: {
    zh: '应为小写字母开头、由小写字母、数字和下划线组成的名称，如 wangjiang',
    en: 'must be a name of lower-case letters, digits and underscores that begins with a letter, such as wangjiang',
    schema: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
    unset: undefined,
  },
  LINLI_BACKUP_DAYS: {
    zh: '应为 1 到 3650 的天数，如 30',
    en: 'must be a number of days from 1 to 3650, such as 30',
    schema: wholeNumber(1, 3650),
    unset: '30',
  },
  LINLI_SEED: {
    zh: '应为 0 到 4294967295 的整数，如 1',
    en: 'must be a whole number from 0 to 4294967295, such as 1',
    schema: wholeNumber(0, 4_294_967_295),
    unset: '1',
  },
  LINLI_OPEN_DEMO: {
    zh: `只能写作 ${openDemoWords}，表示您同意让网络上的人使用演示账号`,
    en: `may only be ${openDemoWords}, which says that people on the network may use the demonstration accounts`,
    schema: z.literal(openDemoWords),
    unset: undefined,
  },
  LINLI_TRUSTED_PROXIES: {
    zh: '应为以逗号隔开的反向代理 IP 地址或网段，loopback 指本机，如 loopback,10.0.0.7',
    en: 'must be IP addresses or networks of reverse proxies with commas between them, loopback meaning this machine, such as loopback,10.0.0.7',
    schema: z
      .string()
      .transform((text) => text.split(',').map((part) => part.trim()))
      .pipe(z.array(z.string().refine((part) => part === 'loopback' || isNetwork(part)))),
    unset: 'loopback',
  },
  LINLI_TILES: {
    zh: '应为含 {z}、{x}、{y} 的瓦片地址，如 https://tiles.example.org/{z}/{x}/{y}.png 或 /tiles/{z}/{x}/{y}.png',
    en: 'must be the address of a map tile with {z}, {x} and {y} in it, such as https://tiles.example.org/{z}/{x}/{y}.png or /tiles/{z}/{x}/{y}.png',
    schema: z.string().max(1000).refine(isTileTemplate),
    unset: undefined,
  },
  LINLI_TILES_CRS: {
    zh: '应为 wgs84、gcj02 或 bd09',
    en: 'must be wgs84, gcj02 or bd09',
    schema: z.enum(['wgs84', 'gcj02', 'bd09']),
    unset: 'wgs84',
  },
  LINLI_TILES_ATTRIBUTION: {
    zh: '应为不超过 200 字的一句话，写明地图出自何处和审图号',
    en: 'must be a line of at most 200 characters that says whose map it is, with its approval number',
    schema: z.string().max(200),
    unset: undefined,
  },
  LINLI_CODE_URL: {
    zh: '应为短信网关的 http 或 https 地址，如 https://sms.example.org/send',
    en: 'must be the http or https address of a gateway for text messages, such as https://sms.example.org/send',
    schema: z.url({ protocol: /^https?$/ }),
    unset: undefined,
  },
  LINLI_CODE_BODY: {
    zh: '应为含 {phone} 和 {code} 的 JSON，如 {"to":"{phone}","code":"{code}","minutes":"{minutes}"}',
    en: 'must be JSON with {phone} and {code} in it, such as {"to":"{phone}","code":"{code}","minutes":"{minutes}"}',
    schema: z.string().max(2000).refine(isCodeBody),
    unset: '{"phone":"{phone}","code":"{code}","minutes":"{minutes}"}',
  },
  LINLI_CODE_KEY: {
    zh: '应为与短信网关约定的签名密钥，至少 16 个字符',
    en: 'must be the key that the gateway checks signatures with, of at least 16 characters',
    schema: z.string().min(16).max(500),
    unset: undefined,
  },
  LINLI_CODE_SMTP: {
    zh: '应形如 smtps://用户:口令@主机:465 或 smtp://主机:25',
    en: 'must look like smtps://user:password@host:465 or smtp://host:25',
    schema: z.url({ protocol: /^smtps?$/ }),
    unset: undefined,
  },
  LINLI_CODE_FROM: {
    zh: '应为发出验证码的邮箱，如 linli@example.org',
    en: 'must be the mail address that codes come from, such as linli@example.org',
    schema: z.string().regex(mailAddress),
    unset: undefined,
  },
  LINLI_CODE_TO: {
    zh: '应为把邮件转成短信的邮箱，{phone} 处填手机号，如 {phone}@sms.example.org',
    en: 'must be the mail address that passes mail on as text messages, with {phone} where the telephone goes, such as {phone}@sms.example.org',
    schema: z
      .string()
      .refine((text) => text.includes('{phone}') && mailAddress.test(text.replace('{phone}', '1'))),
    unset: undefined,
  },
  LINLI_ADDRESS: {
    zh: '应为大家打开本系统的地址，如 https://linli.example.org',
    en: 'must be the address by which people open this installation, such as https://linli.example.org',
    schema: z
      .url({ protocol: /^https?$/ })
      .refine((text) => /^https?:\/\/[^/?#@]+\/?$/.test(text))
      .transform((text) => new URL(text).origin),
    unset: undefined,
  },
  LINLI_MESSAGE_HOSTS: {
    zh: '应为以逗号隔开的地址（协议、主机和端口），如 https://relay.example.org,http://10.1.2.3:8080',
    en: 'must be addresses (scheme, host and port) with commas between them, such as https://relay.example.org,http://10.1.2.3:8080',
    schema: z
      .string()
      .transform((text) => text.split(',').map((part) => part.trim()))
      .pipe(z.array(z.string().refine(isOrigin))),
    unset: undefined,
  },
  LINLI_OIDC_ISSUER: {
    zh: '应为统一身份认证（OpenID Connect）的地址，如 https://id.example.org',
    en: 'must be the address of a provider of OpenID Connect, such as https://id.example.org',
    schema: z.url({ protocol: /^https?$/ }),
    unset: undefined,
  },
  LINLI_OIDC_CLIENT: {
    zh: '应为在统一身份认证登记的应用编号',
    en: 'must be the client id that the provider knows this installation by',
    schema: z.string().max(200),
    unset: undefined,
  },
  LINLI_OIDC_SECRET: {
    zh: '应为统一身份认证给这个应用的密钥',
    en: 'must be the client secret that the provider gave',
    schema: z.string().max(500),
    unset: undefined,
  },
  LINLI_OIDC_CALLBACK: {
    zh: '应为本系统的地址加 /api/auth/oidc/callback',
    en: 'must be the address of this installation with /api/auth/oidc/callback behind it',
    schema: z.url({ protocol: /^https?$/ }).refine((text) => text.endsWith('/api/auth/oidc/callback')),
    unset: undefined,
  },
  LINLI_OIDC_NAME: {
    zh: '应为认证信息里写着账号的那一项，如 preferred_username',
    en: 'must be the claim that holds the account name, such as preferred_username',
    schema: z.string().regex(/^[\w:./-]{1,100}$/),
    unset: 'preferred_username',
  },
} as const
