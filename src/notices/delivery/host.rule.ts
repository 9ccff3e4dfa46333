/** Hosts of the vendors' robots, and of the push services of browsers; a dot in front: any name below. */
export const robotHosts = [
  'qyapi.weixin.qq.com',
  'oapi.dingtalk.com',
  'open.feishu.cn',
  'open.larksuite.com',
] as const
export const pushHosts = [
  'fcm.googleapis.com',
  '.push.services.mozilla.com',
  '.push.apple.com',
  '.notify.windows.com',
] as const

/**
 * Whether a message may go to this address. `named`: the operator named its scheme, host and port, and it may then be a
 * private one. Otherwise it must be a known host by https on its usual port, without a name and password in it.
 */
export function hostAllowed(
  address: string,
  known: readonly string[],
  operators: readonly string[],
): 'named' | 'known' | null {
  if (!URL.canParse(address)) return null
  const { protocol, hostname, port, username, password, origin } = new URL(address)
  if (username !== '' || password !== '') return null
  if (operators.includes(origin)) return 'named'
  const fits = (host: string): boolean => (host.startsWith('.') ? hostname.endsWith(host) : hostname === host)
  return protocol === 'https:' && port === '' && known.some(fits) ? 'known' : null
}
