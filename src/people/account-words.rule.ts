import type { PostKind } from './contract.ts'

/** What the list of accounts says as a sheet; `web/words/sheet-words.test.ts` holds the posts equal to those of the page. */
interface AccountSheetWords {
  readonly title: string
  readonly header: readonly string[]
  readonly posts: Readonly<Record<PostKind, string>>
  readonly none: string
  readonly filters: Readonly<Record<'text' | 'kind' | 'unitId' | 'areaId' | 'endsBefore' | 'closed', string>>
  readonly yes: string
}

export const accountSheetWords: Readonly<Record<'zh' | 'en', AccountSheetWords>> = {
  zh: {
    title: '人员与岗位',
    header: ['姓名', '账号', '开账号日期', '停用日期', '岗位', '单位', '区域', '公示姓名', '开始', '停岗'],
    posts: {
      administrator: '管理员',
      centre: '指挥中心',
      street_desk: '街道经办岗',
      community_desk: '社区经办岗',
      unit_desk: '单位经办岗',
      unit_head: '单位负责人',
      grid_leader: '网格长',
      grid_worker: '网格员',
      evaluator: '考核员',
    },
    none: '没有岗位',
    filters: {
      text: '姓名或账号含',
      kind: '岗位',
      unitId: '单位',
      areaId: '区域',
      endsBefore: '岗位在此日前到期',
      closed: '已停用的账号',
    },
    yes: '是',
  },
  en: {
    title: 'People and posts',
    header: [
      'Name',
      'Account',
      'Opened on',
      'Closed on',
      'Post',
      'Unit',
      'Area',
      'Shown as',
      'From',
      'Until',
    ],
    posts: {
      administrator: 'administrator',
      centre: 'command centre',
      street_desk: 'street desk',
      community_desk: 'community desk',
      unit_desk: 'unit desk',
      unit_head: 'head of unit',
      grid_leader: 'grid leader',
      grid_worker: 'grid worker',
      evaluator: 'evaluator',
    },
    none: 'no post',
    filters: {
      text: 'Name or account holds',
      kind: 'Post',
      unitId: 'Unit',
      areaId: 'Area',
      endsBefore: 'Post ends before',
      closed: 'Closed accounts',
    },
    yes: 'yes',
  },
}
