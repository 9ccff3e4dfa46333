import type { DemoSignIn } from '../greeting.ts'

/** Which pages somebody works with. */
export type Face = 'portal' | 'field' | 'console'

/** The password of every demonstration account; the server listens on loopback while they exist. */
export const demoPassword = 'linli-demo-2026'

/** The telephone of the resident who has reported before; the code to sign in lies in the outbox. */
export const residentPhone = '13800000001'

type Row = readonly [accountName: string, of: string | null, nameZh: string, nameEn: string, face: Face]

/** Accounts with names that are easy to type, and the code of the unit or grid whose desk they are. */
const rows: readonly Row[] = [
  ['admin', null, '区管理员', 'District administrator', 'console'],
  ['zhongxin', 'centre', '区社会治理中心', 'District centre', 'console'],
  ['tongyin', '990104006-office', '桐荫街道经办岗', 'Tongyin Street desk', 'console'],
  ['huaishi', '990104007-office', '槐市街道经办岗', 'Huaishi Street desk', 'console'],
  ['tongyin-shequ', '990104006001-community', '桐荫社区经办岗', 'Tongyin Community desk', 'console'],
  ['delin-shequ', '990104006002-community', '德邻社区经办岗', 'Delin Community desk', 'console'],
  ['banting-shequ', '990104006003-community', '半亭社区经办岗', 'Banting Community desk', 'console'],
  ['chengguan', '990104006-urban-management', '桐荫街道城管中队', 'Tongyin urban management', 'console'],
  ['jingwu', '990104006-police', '桐荫派出所', 'Tongyin police', 'console'],
  ['shizheng', 'dept-public-works', '区市政局', 'Public works', 'console'],
  ['shuiwu', 'dept-water', '区水务局', 'Water', 'console'],
  ['wuye', '990104006001001-01-property', '景明花园物业', 'Jingming Garden property firm', 'console'],
  ['fuwu', '990104006001-services', '桐荫社区便民服务中心', 'Tongyin service centre', 'console'],
  ['fenguan', null, '桐荫街道城管分管领导', 'Head of Tongyin urban management', 'console'],
  ['kaohe', null, '考核员', 'Evaluator', 'console'],
  ['wangge1', '990104006001001', '桐荫社区第一网格网格员', 'Grid worker, Tongyin 1', 'field'],
  ['wangge2', '990104006001002', '桐荫社区第二网格网格员', 'Grid worker, Tongyin 2', 'field'],
  ['wangge3', '990104006001003', '桐荫社区第三网格网格员', 'Grid worker, Tongyin 3', 'field'],
]

const easyNames = new Map(rows.flatMap(([name, of]) => (of === null ? [] : [[of, name] as const])))

/** The name that a desk signs in with: an easy one, or else the code of its unit or grid. */
export const accountNameOf = (code: string): string =>
  easyNames.get(code) ?? (/^\d+$/.test(code) ? `wg-${code}` : code)

/** What the demonstration may be tried with. Every other unit's desk signs in by the unit's code, all with one password. */
export const demoSignIns: readonly (DemoSignIn & { readonly face: Face })[] = [
  ...rows.map(([accountName, , nameZh, nameEn, face]) => ({
    nameZh,
    nameEn,
    accountName,
    password: demoPassword,
    face,
  })),
  {
    nameZh: '居民，手机号和验证码',
    nameEn: 'Resident, by telephone and code',
    accountName: residentPhone,
    password: '/api/outbox',
    face: 'portal',
  },
]
