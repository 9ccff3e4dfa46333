import type { Page } from 'playwright-core'
import type { Visit } from './pages.ts'

const presses = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click()

/** Signing in, one's own account, and what an administrator does with accounts. */
export const accountVisits: readonly Visit[] = [
  { name: 'portal-security', at: () => '/security', as: 'worker', reads: '在哪些设备上登录着' },
  {
    name: 'portal-record',
    at: () => '/me/record',
    resident: '13800020001',
    opens: presses('索取副本'),
    reads: '要怎样的副本',
  },
  {
    name: 'portal-record-erase',
    at: () => '/me/record',
    resident: '13900000602',
    opens: presses('删除信息'),
    reads: '由区指挥中心答复',
  },
  { name: 'field-sign-in', at: () => '/field/sign-in', reads: '工作人员登录' },
  { name: 'field-security', at: () => '/field/security', as: 'worker', reads: '在哪些设备上登录着' },
  { name: 'field-outbox', at: () => '/field/outbox', as: 'worker', reads: '都发出了' },
  { name: 'field-stand-in', at: () => '/field/stand-in', as: 'worker', reads: '委托同事代班' },
  { name: 'console-sign-in', at: () => '/console', reads: '工作人员登录' },
  { name: 'console-notices', at: () => '/console/notices', as: 'street', reads: '有申请等您审批' },
  { name: 'console-people', at: () => '/console/people', as: 'administrator', reads: '网格员' },
  { name: 'console-permissions', at: () => '/console/permissions', as: 'administrator', reads: '受理和派单' },
  { name: 'console-robots', at: () => '/console/robots', as: 'street', reads: '还没有群机器人' },
  {
    name: 'console-ladder',
    at: () => '/console/ladder',
    as: 'administrator',
    opens: presses('修改单位办理'),
    reads: '照这样，现在开始的计时会怎样',
  },
  { name: 'console-services', at: () => '/console/services', as: 'administrator', reads: '还没有服务账号' },
  { name: 'console-retention', at: () => '/console/retention', as: 'evaluator', reads: '反映人的联系方式' },
  { name: 'console-account', at: () => '/console/account', as: 'street', reads: '动态验证码' },
  { name: 'console-posters', at: () => '/console/posters', as: 'community', reads: '先选一个社区' },
]
