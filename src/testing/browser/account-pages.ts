import type { Visit } from './pages.ts'

/** Signing in, one's own account, and what an administrator does with accounts. */
export const accountVisits: readonly Visit[] = [
  { name: 'portal-security', at: () => '/security', as: 'worker', reads: '在哪些设备上登录着' },
  { name: 'field-sign-in', at: () => '/field/sign-in', reads: '工作人员登录' },
  { name: 'field-security', at: () => '/field/security', as: 'worker', reads: '在哪些设备上登录着' },
  { name: 'field-stand-in', at: () => '/field/stand-in', as: 'worker', reads: '委托同事代班' },
  { name: 'console-sign-in', at: () => '/console', reads: '工作人员登录' },
  { name: 'console-notices', at: () => '/console/notices', as: 'street', reads: '有申请等您审批' },
  { name: 'console-people', at: () => '/console/people', as: 'administrator', reads: '网格员' },
  { name: 'console-permissions', at: () => '/console/permissions', as: 'administrator', reads: '受理和派单' },
  { name: 'console-services', at: () => '/console/services', as: 'administrator', reads: '还没有服务账号' },
  { name: 'console-account', at: () => '/console/account', as: 'street', reads: '动态验证码' },
  { name: 'console-posters', at: () => '/console/posters', as: 'community', reads: '先选一个社区' },
]
