import { atlasOf } from '../areas/door.ts'
import { nameIn } from '../kernel/names.ts'
import { unitNames } from '../organisations/door.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { SentList, SheetLanguage } from '../platform/sheet/send-sheet.ts'
import type { FindAccounts, FoundAccount } from './accounts.contract.ts'
import type { PostKind, PostRow } from './contract.ts'
import { everyAccount } from './list-accounts.ts'

interface Words {
  readonly title: string
  readonly header: readonly string[]
  readonly posts: Readonly<Record<PostKind, string>>
  readonly none: string
  readonly filters: Readonly<Record<'text' | 'kind' | 'unitId' | 'areaId' | 'endsBefore' | 'closed', string>>
  readonly yes: string
}

const words: Readonly<Record<SheetLanguage, Words>> = {
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
      centre: 'district centre',
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

/**
 * Accounts with their posts as a list that goes out, one row a post; filters as on the page. No password, no session
 * and no telephone stands in it.
 */
export async function accountSheet(
  ctx: Ctx,
  asked: FindAccounts,
  language: SheetLanguage,
): Promise<SentList> {
  ctx.must('people.manage')
  ctx.must('export.run')
  const said = words[language]
  return {
    fileName: 'accounts',
    title: said.title,
    filters: await filtersOf(ctx, asked, language),
    header: said.header,
    rows: rowsOf(ctx, asked, language),
    language,
  }
}

async function* rowsOf(ctx: Ctx, asked: FindAccounts, language: SheetLanguage) {
  const said = words[language]
  const day = (at: string) => dayOf(Temporal.Instant.from(at), ctx.district.timeZone)
  const ofAccount = ({ name, accountName, openedAt, closedAt }: FoundAccount) => [
    name,
    accountName,
    day(openedAt),
    closedAt && day(closedAt),
  ]
  const ofPost = (post: PostRow) => [
    said.posts[post.kind],
    post.unit && nameIn(language, post.unit),
    post.way.length > 0
      ? post.way.map((step) => nameIn(language, step)).join(' / ')
      : nameIn(language, post.area),
    post.publicName,
    post.startsOn,
    post.endsOn,
  ]
  for await (const account of everyAccount(ctx, asked)) {
    if (account.posts.length === 0) yield [...ofAccount(account), said.none, null, null, null, null, null]
    for (const post of account.posts) yield [...ofAccount(account), ...ofPost(post)]
  }
}

async function filtersOf(
  ctx: Ctx,
  asked: FindAccounts,
  language: SheetLanguage,
): Promise<[string, string][]> {
  const { filters, posts, yes } = words[language]
  const filled: [string, string][] = []
  if (asked.text !== '') filled.push([filters.text, asked.text])
  if (asked.kind) filled.push([filters.kind, posts[asked.kind]])
  if (asked.unitId) {
    const { unitId } = asked
    const unit = (await ctx.read((tx) => unitNames(tx, [unitId]))).get(unitId)
    filled.push([filters.unitId, unit ? nameIn(language, unit) : unitId])
  }
  if (asked.areaId) {
    const area = (await atlasOf(ctx)).known(asked.areaId)
    filled.push([filters.areaId, nameIn(language, area)])
  }
  if (asked.endsBefore) filled.push([filters.endsBefore, asked.endsBefore])
  if (asked.closed) filled.push([filters.closed, yes])
  return filled
}
