import { atlasOf } from '../areas/door.ts'
import { nameIn } from '../kernel/names.ts'
import { unitNames } from '../organisations/door.ts'
import { dayOf } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { SentList, SheetLanguage } from '../platform/sheet/send-sheet.ts'
import { accountSheetWords as words } from './account-words.rule.ts'
import type { FindAccounts, FoundAccount } from './accounts.contract.ts'
import { districtChain } from './chain.ts'
import type { PostRow } from './contract.ts'
import { everyAccount } from './list-accounts.ts'

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
    chain: await districtChain(ctx),
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
