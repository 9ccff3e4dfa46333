import type { OwnSession } from '../../../people/sign-in/security.contract.ts'

type Browser = NonNullable<OwnSession['browser']>
type System = NonNullable<OwnSession['system']>

const browsers: Record<Browser, string> = {
  wechat: '微信',
  dingtalk: '钉钉',
  edge: 'Edge 浏览器',
  firefox: '火狐浏览器',
  qq: 'QQ 浏览器',
  uc: 'UC 浏览器',
  opera: 'Opera 浏览器',
  chrome: 'Chrome 浏览器',
  safari: 'Safari 浏览器',
  other: '浏览器',
}
const systems: Record<System, string> = {
  windows: 'Windows 电脑',
  mac: '苹果电脑',
  linux: 'Linux 电脑',
  harmony: '鸿蒙设备',
  android: '安卓手机',
  iphone: '苹果手机',
  ipad: 'iPad',
  other: '其他设备',
}

/** One's own account: how it is signed in to. */
export const accountZh = {
  security: '登录与安全',
  sessions: {
    title: '在哪些设备上登录着',
    hint: '不认得的设备，请马上让它退出，再改密码。地址只留一半，不记录是哪一台。',
    device: (system: System | null, browser: Browser | null) =>
      system === null || browser === null ? '以前登录的设备' : `${systems[system]}，${browsers[browser]}`,
    isThis: '就是这台',
    from: (masked: string | null) =>
      masked === null ? null : masked === 'local' ? '来自服务器本机' : `来自 ${masked}`,
    opened: (moment: string) => `${moment} 登录`,
    seen: (moment: string) => `最近使用：${moment}`,
    end: '退出',
    endOf: (device: string) => `让这台设备退出：${device}`,
    ended: '已让这台设备退出',
    endOthers: '其他设备全部退出',
    endedOthers: (n: number) => `已退出 ${n} 台设备`,
  },
  password: {
    title: '密码',
    needTitle: '请换一个密码',
    needLead: '现在的密码是别人给您设的。换成只有您自己知道的，才能办事。',
    current: '现在的密码',
    next: '新密码',
    nextHint: '至少 8 位。一句只有您知道的话最好记。',
    nextWrong: '新密码 8 到 128 位',
    again: '再输一次新密码',
    againWrong: '两次输入的不一样',
    send: '改密码',
    done: '密码已改，其他设备已退出',
    missing: '请填写',
  },
  factor: {
    title: '动态验证码',
    what: '登录时除了密码，再填手机应用里的 6 位数字。密码被人知道了，账号也安全。',
    on: (moment: string) => `已启用，${moment}设好`,
    off: '没有启用',
    required: '您的岗位要求启用',
    left: (n: number) => (n === 0 ? '恢复码用完了，请重新生成' : `恢复码还剩 ${n} 个`),
    begin: '设置动态验证码',
    needTitle: '请先设置动态验证码',
    needLead: '您的岗位要求登录时再填一个动态验证码。设好以后就能办事。',
    password: '先填您的密码',
    next: '下一步',
    scan: '用手机上的验证器应用扫这个码',
    scanHint: '手机自带的密码管理，或者任何一款动态验证码应用都可以。',
    scanAlt: '动态验证码的二维码',
    typed: '不能扫码时，在应用里输入这串密钥',
    code: '应用里显示的 6 位数字',
    codeWrong: '请填 6 位数字',
    confirm: '启用',
    renew: '重新生成恢复码',
    remove: '停用动态验证码',
    removeHint: '停用以后，只凭密码就能登录。',
    removed: '动态验证码已停用',
    cancel: '不设了',
  },
  recovery: {
    title: '恢复码',
    lead: '手机丢了或换了，用恢复码代替验证码登录，每个只能用一次。只显示这一次，请打印或抄下，放在安全的地方。',
    print: '打印',
    done: '已经收好',
  },
  second: {
    title: '再填一步',
    lead: '密码对了。请打开手机上的验证器应用，填现在显示的 6 位数字。',
    code: '动态验证码',
    codeHint: '手机不在身边，可以填一个恢复码。',
    codeWrong: '请填 6 位数字，或者一个恢复码',
    send: '登录',
    other: '换个账号登录',
  },
  next: { signOut: '先不办，退出' },
  kinds: {
    title: '哪些岗位必须用动态验证码',
    hint: '下次登录时生效，已经登录的在一小时内生效。还没设的人，设好才能办事。',
    save: '保存',
    saved: '已保存',
  },
  resetFactor: {
    open: '取消动态验证码',
    openOf: (name: string) => `取消${name}的动态验证码`,
    title: (name: string) => `取消${name}的动态验证码？`,
    hint: '手机和恢复码都丢了才用。取消后只凭密码登录，所有设备都会退出；岗位要求的，下次登录要重新设置。这一步会记录在案。',
    send: '取消动态验证码',
    done: (name: string) => `已取消${name}的动态验证码`,
  },
}

export type AccountWords = typeof accountZh
