/** Systems and browsers that a session is recognised by. The web words each. */
export const deviceSystems = [
  'windows',
  'mac',
  'linux',
  'harmony',
  'android',
  'iphone',
  'ipad',
  'other',
] as const
export const deviceBrowsers = [
  'wechat',
  'dingtalk',
  'edge',
  'firefox',
  'qq',
  'uc',
  'opera',
  'chrome',
  'safari',
  'other',
] as const

export interface Device {
  readonly system: (typeof deviceSystems)[number]
  readonly browser: (typeof deviceBrowsers)[number]
}

/** The first that matches names it: newer systems also call themselves by older names. */
const systemForms: readonly (readonly [RegExp, Device['system']])[] = [
  [/OpenHarmony|HarmonyOS/i, 'harmony'],
  [/Windows/i, 'windows'],
  [/iPad/i, 'ipad'],
  [/iPhone|iPod/i, 'iphone'],
  [/Android/i, 'android'],
  [/Mac OS X|Macintosh/i, 'mac'],
  [/Linux|X11|CrOS/i, 'linux'],
]
const browserForms: readonly (readonly [RegExp, Device['browser']])[] = [
  [/MicroMessenger/i, 'wechat'],
  [/DingTalk/i, 'dingtalk'],
  [/Edg(e|A|iOS)?\//i, 'edge'],
  [/Firefox|FxiOS/i, 'firefox'],
  [/QQBrowser/i, 'qq'],
  [/UCBrowser/i, 'uc'],
  [/OPR\//i, 'opera'],
  [/Chrome|CriOS/i, 'chrome'],
  [/Safari/i, 'safari'],
]

const named = <Name>(forms: readonly (readonly [RegExp, Name])[], agent: string): Name | 'other' =>
  forms.find(([form]) => form.test(agent))?.[1] ?? 'other'

/** What kind of device sent a request: enough for its owner to know it again, and nothing that tells two of a kind apart. */
export function deviceOf(userAgent: unknown): Device {
  const agent = typeof userAgent === 'string' ? userAgent.slice(0, 500) : ''
  return { system: named(systemForms, agent), browser: named(browserForms, agent) }
}

/** The half of an address that says which network it was: `10.20.*.*`, `2001:db8:*`; this machine's own is `local`. */
export function maskSource(household: string): string {
  if (household === '127.0.0.1' || household.startsWith('0:0:0:0')) return 'local'
  const bytes = household.split('.')
  if (bytes.length === 4) return `${bytes[0]}.${bytes[1]}.*.*`
  return `${household.split(':').slice(0, 2).join(':')}:*`
}
